/// Counts of the alarm lane for Micrometer. Tags are bounded: centres, sources, outcomes, classes.
@NullMarked
package org.ariane.router.dispatch.micrometer;

import org.jspecify.annotations.NullMarked;
