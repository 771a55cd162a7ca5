/// Areas from GeoJSON (RFC 7946), and services and zones as GeoJSON. Positions are lon lat here and
/// nowhere else.
@NullMarked
package org.ariane.directory.geojson;

import org.jspecify.annotations.NullMarked;
