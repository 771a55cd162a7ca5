package org.ariane.router.dispatch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Somebody who must neither see nor be sent to a case, because of a conflict of interest.
///
/// @param ref the force's own reference, as `officer-8841` or the id of a centre; never a name
public record Barred(Kind kind, String ref) {
  /// What is barred. The wire name is the constant in lower case.
  public enum Kind {
    PERSON,
    UNIT,
    CENTRE,
    ORGANISATION;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> parse(String text) {
      return Arrays.stream(values()).filter(kind -> kind.wireName().equals(text)).findFirst();
    }
  }

  public Barred {
    if (ref.isBlank() || ref.length() > 64) {
      throw new IllegalArgumentException("a reference has 1 to 64 characters");
    }
  }
}
