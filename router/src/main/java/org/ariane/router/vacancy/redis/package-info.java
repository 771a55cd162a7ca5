/// Last words and links in Redis, shared by all servers.
@NullMarked
package org.ariane.router.vacancy.redis;

import org.jspecify.annotations.NullMarked;
