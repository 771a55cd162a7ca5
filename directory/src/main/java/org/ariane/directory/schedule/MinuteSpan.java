package org.ariane.directory.schedule;

/// Minutes from midnight of the day on which the span begins; an end past 1440 lies on the next
/// day. The start belongs to the span, the end does not.
record MinuteSpan(int start, int end) {
  static final int DAY = 24 * 60;
  static final MinuteSpan WHOLE_DAY = new MinuteSpan(0, DAY);

  MinuteSpan {
    if (start < 0 || start >= DAY || end <= start || end - start > DAY) {
      throw new IllegalArgumentException("a span begins within a day and lasts up to a day");
    }
  }

  boolean holds(int minute) {
    return minute >= start && minute < end;
  }
}
