/// A call that goes on with somebody else: consult, join, leave; blind; conference with an
/// interpreter; and a supervisor who helps. The telephone switch does it and tells; here is what is
/// asked of it, by whom, and how far it has come.
@NullMarked
package org.ariane.router.transfer;

import org.jspecify.annotations.NullMarked;
