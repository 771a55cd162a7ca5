/// Real telephony for tests: Asterisk in a container, SIPp as callers, telephones and trunks. All
/// on 127.0.0.1.
@NullMarked
package org.ariane.ivr.telephony;

import org.jspecify.annotations.NullMarked;
