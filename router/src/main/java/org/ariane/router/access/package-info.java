/// Who may see and do what. Every port takes a [Principal]; what one may not see answers as if it
/// did not exist.
@NullMarked
package org.ariane.router.access;

import org.jspecify.annotations.NullMarked;
