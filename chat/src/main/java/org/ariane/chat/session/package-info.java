/// One chat as a deterministic state machine: what she and the operators do goes in, frames, news
/// for desks and orders to the switchboard come out. Nothing is kept anywhere else.
@NullMarked
package org.ariane.chat.session;

import org.jspecify.annotations.NullMarked;
