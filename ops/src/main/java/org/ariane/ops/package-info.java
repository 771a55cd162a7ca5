/// The program: `prepare` checks and writes what the parts need, `serve` runs, `demo` shows,
/// `bench` measures.
@NullMarked
package org.ariane.ops;

import org.jspecify.annotations.NullMarked;
