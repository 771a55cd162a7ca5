/// Puts the parts together: which port gets which adapter, what starts after what, what is served
/// where.
@NullMarked
package org.ariane.ops.wiring;

import org.jspecify.annotations.NullMarked;
