/// JSON of directories (RFC 8259) as values that know their lines, and back. Jackson's streaming
/// parser does the reading, since its limits hold against hostile files.
@NullMarked
package org.ariane.directory.json;

import org.jspecify.annotations.NullMarked;
