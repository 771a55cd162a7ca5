/// The keyed pseudo-random function of the red list's index, by Tink.
@NullMarked
package org.ariane.router.redlist.tink;

import org.jspecify.annotations.NullMarked;
