package org.ariane.router.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an operator can do in a transfer. The wire name is the constant in lower case.
public enum TransferStep {
  /// All three.
  JOIN,
  /// She stays with the target.
  LEAVE,
  /// She stays with the operator; the target is thanked.
  BACK;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TransferStep> parse(String text) {
    return Arrays.stream(values()).filter(step -> step.wireName().equals(text)).findFirst();
  }
}
