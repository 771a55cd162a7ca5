/// Communes of a whole country from text: borders from GeoJSON (RFC 7946), names and postcodes from
/// CSV. Reads text that is handed to it.
@NullMarked
package org.ariane.directory.place.geojson;

import org.jspecify.annotations.NullMarked;
