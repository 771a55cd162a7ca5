/// Revoked tokens in Redis, so that every server refuses them.
@NullMarked
package org.ariane.router.access.redis;

import org.jspecify.annotations.NullMarked;
