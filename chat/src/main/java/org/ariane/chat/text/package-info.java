/// A chat by text messages of a telephone: what her messages mean, what she is told in words where
/// a page would show it, and how long texts are cut.
@NullMarked
package org.ariane.chat.text;

import org.jspecify.annotations.NullMarked;
