/// A person who calls or writes, from the first ring to the last word: what is known of her that
/// routing needs, and nothing else.
@NullMarked
package org.ariane.router.contact;

import org.jspecify.annotations.NullMarked;
