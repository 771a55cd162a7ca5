package org.ariane.router.referral;

import java.util.Locale;

/// How a referral reaches its service. The wire name is the constant in lower case.
public enum Delivery {
  /// It stands on the service's desk here until somebody answers it.
  DESK,
  /// The service has no desk here: whoever refers calls it and notes what came of it.
  CALL;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
