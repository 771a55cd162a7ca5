package org.ariane.router.access;

/// What was agreed with an app.
///
/// @param perSecond alarms that it may send for good; above that only repeats are refused, never
///   the first alarm of a phone
/// @param burst alarms at once beyond that
/// @param checkIns whether it may have check-ins watched here, and reports missed ones
public record AppTerms(double perSecond, int burst, boolean checkIns) {
  public static final AppTerms STANDARD = new AppTerms(500, 2_000, false);

  public AppTerms {
    if (!(perSecond > 0) || burst < 1) {
      throw new IllegalArgumentException("an app may send something");
    }
  }
}
