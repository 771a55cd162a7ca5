/// Sealed texts in Redis, filed under keyed names of the phones that they are about.
@NullMarked
package org.ariane.router.secrecy.redis;

import org.jspecify.annotations.NullMarked;
