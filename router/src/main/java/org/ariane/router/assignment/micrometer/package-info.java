/// Counts what the switchboard does.
@NullMarked
package org.ariane.router.assignment.micrometer;

import org.jspecify.annotations.NullMarked;
