/// Registered orders in Redis, filed under keyed names.
@NullMarked
package org.ariane.router.order.redis;

import org.jspecify.annotations.NullMarked;
