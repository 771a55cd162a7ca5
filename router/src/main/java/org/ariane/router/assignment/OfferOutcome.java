package org.ariane.router.assignment;

import java.util.Locale;

/// How an offer ended. The wire name is the constant in lower case.
public enum OfferOutcome {
  /// This operator took it.
  TAKEN,
  DECLINED,
  /// Nobody reacted in time.
  TIMEOUT,
  /// The device rang out or failed.
  UNANSWERED,
  /// Somebody else who was asked at the same time took it.
  ELSEWHERE,
  /// The contact went away.
  LEFT,
  /// The operator's device was lost.
  LOST;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it was the operator who let it pass, so that others are asked first.
  boolean refusal() {
    return this == DECLINED || this == TIMEOUT || this == UNANSWERED;
  }
}
