/// The switchboard: contacts wait, operators are offered one contact at a time, every wait has a
/// limit and a next step. Channels (calls, chats) drive it through [Switchboard] and implement
/// [OfferPort].
@NullMarked
package org.ariane.router.assignment;

import org.jspecify.annotations.NullMarked;
