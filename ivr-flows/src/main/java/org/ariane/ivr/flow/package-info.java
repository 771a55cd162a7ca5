/// What a caller hears and what her keys do: flows as data, and a pure interpreter `(state, input)
/// -> step`. No IO, no clock. Silence and wrong keys always lead on to a human.
@NullMarked
package org.ariane.ivr.flow;

import org.jspecify.annotations.NullMarked;
