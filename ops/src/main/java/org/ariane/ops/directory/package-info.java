/// The directory's folder in the terminal of a coordinator: imported into, compared, exported.
@NullMarked
package org.ariane.ops.directory;

import org.jspecify.annotations.NullMarked;
