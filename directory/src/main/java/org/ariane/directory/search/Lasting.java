package org.ariane.directory.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import org.ariane.directory.schedule.OpenSpan;
import org.ariane.directory.schedule.OpeningHours;

/// A truth of which it is known how long it lasts.
///
/// @param from seconds since the epoch, the first at which it holds as far as known
/// @param until the first at which it may be otherwise
record Lasting(boolean holds, long from, long until) {
  private static final long MINUTE = 60;
  static final Lasting EVER = new Lasting(true, Long.MIN_VALUE, Long.MAX_VALUE);

  boolean covers(long second) {
    return from <= second && second < until;
  }

  /// Whether some of these hours are open: until the last of the open ones changes, or the first of
  /// all where none is.
  static Lasting anyOpen(Collection<OpeningHours> hours, ZoneId zone, Instant at) {
    boolean open = false;
    long last = Long.MIN_VALUE;
    long first = Long.MAX_VALUE;
    for (OpeningHours each : hours) {
      OpenSpan span = each.spanAt(at, zone);
      open |= span.open();
      last = span.open() ? Math.max(last, span.until().getEpochSecond()) : last;
      first = Math.min(first, span.until().getEpochSecond());
    }
    return new Lasting(open, minuteOf(at), open ? last : first);
  }

  /// How long all of these hours say the same.
  static Lasting unchanged(Collection<OpeningHours> hours, ZoneId zone, Instant at) {
    long first = Long.MAX_VALUE;
    for (OpeningHours each : hours) {
      first = Math.min(first, each.spanAt(at, zone).until().getEpochSecond());
    }
    return new Lasting(true, minuteOf(at), first);
  }

  /// Hours change with the minute, so that whatever holds now held since it began.
  private static long minuteOf(Instant at) {
    return at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), MINUTE);
  }

  /// The same truth, but known only for as long as the other is.
  Lasting within(Lasting other) {
    return new Lasting(holds, Math.max(from, other.from), Math.min(until, other.until));
  }
}
