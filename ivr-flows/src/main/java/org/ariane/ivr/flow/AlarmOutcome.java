package org.ariane.ivr.flow;

/// What can truthfully be said after raising an alarm.
public enum AlarmOutcome {
  /// Stored; the police of her place are told, or the place is still to be asked.
  STORED,
  /// Stored, but nobody knows where she is.
  NO_PLACE,
  /// Stored, but no centre that we can tell covers her place.
  UNCOVERED,
  /// Not stored for good.
  FAILED
}
