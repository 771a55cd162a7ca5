package org.ariane.router.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A person, unit, centre or organisation, as a force refers to it.
///
/// @param ref the force's own reference, as `officer-8841`, or the id of a centre; never a name
public record Affiliation(Kind kind, String ref) {
  private static final Pattern REF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /// What is meant. The wire name is the constant in lower case.
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

  public Affiliation {
    if (!REF.matcher(ref).matches()) {
      throw new IllegalArgumentException(
          "a reference has letters, digits, dots and hyphens, 64 at most");
    }
  }
}
