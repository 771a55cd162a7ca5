package org.ariane.directory.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import org.ariane.directory.schedule.OpeningHours;

/// A truth of which it is known how long it lasts.
///
/// @param from seconds since the epoch, the first at which it holds as far as known
/// @param until the first at which it may be otherwise
record Lasting(boolean holds, long from, long until) {
  static final long MINUTE = 60;
  static final Lasting EVER = new Lasting(true, Long.MIN_VALUE, Long.MAX_VALUE);

  boolean covers(long second) {
    return from <= second && second < until;
  }

  /// Whether some of these hours are open.
  static Lasting anyOpen(Collection<OpeningHours> hours, ZoneId zone, Instant at) {
    long second = at.getEpochSecond();
    long minute = second - Math.floorMod(second, MINUTE);
    boolean always = hours.stream().anyMatch(OpeningHours.ALWAYS::equals);
    boolean open = always || hours.stream().anyMatch(each -> each.openAt(at, zone));
    return new Lasting(open, minute, always ? Long.MAX_VALUE : minute + MINUTE);
  }

  /// The same truth, but known only for as long as the other is.
  Lasting within(Lasting other) {
    return new Lasting(holds, Math.max(from, other.from), Math.min(until, other.until));
  }
}
