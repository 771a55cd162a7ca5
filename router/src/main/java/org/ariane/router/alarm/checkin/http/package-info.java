/// Check-ins over HTTP.
@NullMarked
package org.ariane.router.alarm.checkin.http;

import org.jspecify.annotations.NullMarked;
