/// Check-ins in Redis, on disk before they are promised.
@NullMarked
package org.ariane.router.alarm.checkin.redis;

import org.jspecify.annotations.NullMarked;
