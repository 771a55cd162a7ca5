/// What apps send, as metrics.
@NullMarked
package org.ariane.router.alarm.micrometer;

import org.jspecify.annotations.NullMarked;
