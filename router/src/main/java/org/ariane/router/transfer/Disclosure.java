package org.ariane.router.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What she may agree to have told to the target, each by itself. The language is always told: it
/// is needed to talk with her. The wire name is the constant in lower case.
public enum Disclosure {
  /// The postcode she gave.
  PLACE,
  /// That she asked for the police.
  DANGER;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All that she agreed to, as it is kept with her call: joined by `-`, or `none`.
  public static String kept(Set<Disclosure> told) {
    return told.isEmpty()
        ? "none"
        : told.stream().sorted().map(Disclosure::wireName).collect(Collectors.joining("-"));
  }

  /// Reads what [#kept] wrote. What is unknown was not agreed to.
  public static Set<Disclosure> kept(String text) {
    return Arrays.stream(text.split("-", -1))
        .flatMap(each -> parse(each).stream())
        .collect(Collectors.toSet());
  }

  public static Optional<Disclosure> parse(String text) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(text)).findFirst();
  }
}
