/// Flows in the terminal of a coordinator: checked, drawn, played.
@NullMarked
package org.ariane.ops.flow;

import org.jspecify.annotations.NullMarked;
