package org.ariane.directory.service;

import java.time.LocalDate;

/// When a record is too old to be believed unasked: it stays in use, since an old number is better
/// than none, and is shown as old.
public final class Freshness {
  /// Half a year: hours, languages and people of an association change with its grants.
  public static final int STALE_AFTER_DAYS = 180;

  private Freshness() {}

  /// Whether a record confirmed that day is stale. A day that has not come yet confirms nothing;
  /// tomorrow is let pass, for whoever wrote it may live further east.
  public static boolean stale(LocalDate confirmedAt, LocalDate today) {
    return confirmedAt.isBefore(today.minusDays(STALE_AFTER_DAYS))
        || confirmedAt.isAfter(today.plusDays(1));
  }
}
