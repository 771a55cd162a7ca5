/// Where: positions, postcodes, the areas of police forces and the centres that dispatch for them.
///
/// Pure values and a spatial index; no IO. JSON positions are objects with `lat` and `lon`, GeoJSON
/// is lon lat, LoST is lat lon: only [Position] crosses package borders, so nobody has to remember.
@NullMarked
package org.ariane.directory.place;

import org.jspecify.annotations.NullMarked;
