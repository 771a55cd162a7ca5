/// The directory as one immutable snapshot, and the port by which others read the current one.
@NullMarked
package org.ariane.directory;

import org.jspecify.annotations.NullMarked;
