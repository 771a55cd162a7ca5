/// How many people services can take in tonight, as they say themselves: by a signed link that a
/// coordinator makes for one service, or through the interface. The last word of each is kept until
/// the next one, counts until it expires, and is seen by every server within two seconds.
@NullMarked
package org.ariane.router.vacancy;

import org.jspecify.annotations.NullMarked;
