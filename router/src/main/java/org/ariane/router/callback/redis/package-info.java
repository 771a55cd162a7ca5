/// Safe-contact records in Redis: sealed, without a number in any key, gone when they end.
@NullMarked
package org.ariane.router.callback.redis;

import org.jspecify.annotations.NullMarked;
