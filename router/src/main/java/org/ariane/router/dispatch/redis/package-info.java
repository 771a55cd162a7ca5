/// Incidents in Redis, under one hash tag. A change is one script: dedup, check of the version,
/// incident, event, work of the centres, deadline and indices, all or nothing. Promises durability
/// only while Redis says `appendonly yes` and `appendfsync always`, which is asked at each
/// connection and each second.
@NullMarked
package org.ariane.router.dispatch.redis;

import org.jspecify.annotations.NullMarked;
