/// Calling somebody back, only as she agreed with a human: inside her hours, an operator first,
/// once. No record, no call-back.
@NullMarked
package org.ariane.router.callback;

import org.jspecify.annotations.NullMarked;
