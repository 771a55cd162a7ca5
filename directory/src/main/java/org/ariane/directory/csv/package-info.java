/// Tables (RFC 4180, and what office programs make of it), and zones written as tables.
@NullMarked
package org.ariane.directory.csv;

import org.jspecify.annotations.NullMarked;
