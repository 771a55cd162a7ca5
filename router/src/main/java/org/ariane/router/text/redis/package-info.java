/// Open conversations by text message in Redis, sealed.
@NullMarked
package org.ariane.router.text.redis;

import org.jspecify.annotations.NullMarked;
