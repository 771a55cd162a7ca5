/// Exclusions in Redis, under keyed names of the phones that they are about.
@NullMarked
package org.ariane.router.exclusion.redis;

import org.jspecify.annotations.NullMarked;
