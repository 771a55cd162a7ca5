/// Benchmarks, each beside a reference that runs with the same clients and the same payload in the
/// same run, so that a figure means something on any machine. Everything stays on loopback, in a
/// folder of its own that is deleted at the end, and is marked as an exercise.
@NullMarked
package org.ariane.ops.bench;

import org.jspecify.annotations.NullMarked;
