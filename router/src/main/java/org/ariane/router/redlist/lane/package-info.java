/// Puts the red list and the audit log together and looks after them.
@NullMarked
package org.ariane.router.redlist.lane;

import org.jspecify.annotations.NullMarked;
