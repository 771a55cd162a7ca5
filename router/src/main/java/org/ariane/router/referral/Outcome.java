package org.ariane.router.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What came of a referral. The wire name is the constant in lower case with hyphens.
public enum Outcome {
  ACCEPTED,
  NO_PLACE,
  NOT_FOR_HER,
  NO_LANGUAGE,
  NOT_NOW,
  /// Nobody answered the telephone.
  NOT_REACHED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Outcome> parse(String text) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(text)).findFirst();
  }
}
