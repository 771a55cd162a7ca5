/// Check-ins that an app has watched here: she confirms in time that she is well, or the server
/// raises the alarm itself. Opt-in of each app; a human is asked first.
@NullMarked
package org.ariane.router.alarm.checkin;

import org.jspecify.annotations.NullMarked;
