/// What importers and exporters of directories share: texts with their places, findings that name
/// file and line, how dirt is told from data, what an import brings, and how two directories
/// differ.
///
/// Nothing here is guessed silently: whatever is read in another way than it was written, or not
/// read at all, is a [org.ariane.directory.exchange.Finding].
@NullMarked
package org.ariane.directory.exchange;

import org.jspecify.annotations.NullMarked;
