/// Puts the alarm lane together: its own connections, its own workers, nothing shared with calls
/// and chats that could delay an alarm.
@NullMarked
package org.ariane.router.dispatch.lane;

import org.jspecify.annotations.NullMarked;
