package org.ariane.ivr.flow;

/// What may truthfully be said after she asked to be called back.
public enum CallBackOutcome {
  /// It will be tried once, as she agreed earlier.
  AGREED,
  /// It will not. No reason is told: nothing that a caller hears may reveal what is known of her.
  REFUSED
}
