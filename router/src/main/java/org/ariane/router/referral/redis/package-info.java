/// Referrals in Redis: sealed, with nothing of her in any key, gone when they end.
@NullMarked
package org.ariane.router.referral.redis;

import org.jspecify.annotations.NullMarked;
