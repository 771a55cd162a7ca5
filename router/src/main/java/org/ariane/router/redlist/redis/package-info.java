/// The red list in Redis: entries under their ids, filed under keyed names of their terms, and the
/// append-only trail of reads and changes.
@NullMarked
package org.ariane.router.redlist.redis;

import org.jspecify.annotations.NullMarked;
