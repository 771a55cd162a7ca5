package org.ariane.router.alarm.checkin;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A check-in by the name that its app gave it; names of several apps are apart.
public record CheckInId(String account, String name) {
  public static final int LONGEST = 128;

  public CheckInId {
    if (name.isBlank() || name.length() > LONGEST) {
      throw new IllegalArgumentException("a check-in has a name of at most 128 characters");
    }
  }

  /// The id of the alarm if it is missed at that time: the same on every server, and each time.
  public UUID alarm(long dueMs) {
    String all = account + "\n" + name + "\n" + dueMs;
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "CheckInId[" + account + "]";
  }
}
