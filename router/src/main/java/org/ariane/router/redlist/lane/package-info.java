/// Puts the red list together and looks after it.
@NullMarked
package org.ariane.router.redlist.lane;

import org.jspecify.annotations.NullMarked;
