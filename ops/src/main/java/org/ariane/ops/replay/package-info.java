/// Decisions on urgency, taken again, in lines that a person reads.
@NullMarked
package org.ariane.ops.replay;

import org.jspecify.annotations.NullMarked;
