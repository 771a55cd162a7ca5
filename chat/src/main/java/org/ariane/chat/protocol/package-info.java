/// The words that a page and the server exchange in a chat, and their limits; see
/// `ops/docs/protocols.md`.
@NullMarked
package org.ariane.chat.protocol;

import org.jspecify.annotations.NullMarked;
