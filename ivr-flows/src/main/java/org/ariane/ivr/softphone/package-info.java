/// The softphone: an operator's telephone in her browser. What may go from a browser to the switch
/// is decided here, message by message (RFC 3261 over RFC 7118): her own account, calls that she
/// was offered, and nothing else. `softphone.vertx` is the door that does it.
@NullMarked
package org.ariane.ivr.softphone;

import org.jspecify.annotations.NullMarked;
