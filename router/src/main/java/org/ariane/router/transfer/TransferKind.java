package org.ariane.router.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a call goes to somebody else. The wire name is the constant in lower case.
public enum TransferKind {
  /// The operator first talks with the target alone, then joins all three, then leaves.
  WARM,
  /// The target has her as soon as it takes the call; until then the operator is kept.
  BLIND,
  /// All three at once, as with an interpreter; the operator stays.
  CONFERENCE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TransferKind> parse(String text) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(text)).findFirst();
  }
}
