/// The chat over Vert.x: the public socket, the chats that are open, and the factory of the module.
@NullMarked
package org.ariane.chat.web;

import org.jspecify.annotations.NullMarked;
