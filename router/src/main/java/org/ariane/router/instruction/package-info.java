/// What somebody registered for the day when she calls and cannot speak: alert the police without
/// asking.
@NullMarked
package org.ariane.router.instruction;

import org.jspecify.annotations.NullMarked;
