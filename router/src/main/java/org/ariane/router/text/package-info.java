/// Text messages of telephones (SIP MESSAGE, RFC 3428): what the switch hands to the chat, what the
/// chat hands to the switch, and what of an open conversation outlives the server. Words are kept
/// in memory only.
@NullMarked
package org.ariane.router.text;

import org.jspecify.annotations.NullMarked;
