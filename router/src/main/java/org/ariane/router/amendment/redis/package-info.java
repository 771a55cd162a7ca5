/// Revisions in Redis.
@NullMarked
package org.ariane.router.amendment.redis;

import org.jspecify.annotations.NullMarked;
