package org.ariane.router.desk;

import java.util.Locale;

/// How far a transfer has come. The wire name is the constant in lower case.
public enum TransferState {
  /// She is asked whether she agrees.
  ASKED,
  /// She wants to stay.
  STAYS,
  /// It rings at the other desk.
  OFFERED,
  /// The operator talks with the target of a call, who took it; she waits.
  CONSULTING,
  /// All three talk.
  JOINED,
  /// The other side has her, the first operator does not any more.
  ACCEPTED,
  /// Nobody there took it; she is still with the first operator.
  RETURNED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
