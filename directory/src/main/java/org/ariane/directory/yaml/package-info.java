/// The directory as a folder of files that a coordinator can read and write: YAML for what has
/// words, GeoJSON for areas. Everything wrong is reported at once with file, line and reason, and
/// what is wrong is never put in force.
@NullMarked
package org.ariane.directory.yaml;

import org.jspecify.annotations.NullMarked;
