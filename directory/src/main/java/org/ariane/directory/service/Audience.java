package org.ariane.directory.service;

import java.util.Locale;
import java.util.Optional;

/// A public that a service is for (the contract's word is `public`). Unknown never excludes.
public enum Audience {
  WOMAN,
  MAN,
  CHILD,
  ELDERLY,
  LGBTQ,
  DISABLED,
  ADDICTED,
  WITHOUT_PAPERS,
  WITH_CHILDREN,
  WITH_ANIMALS,
  REFUGEE,
  PERPETRATOR;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Audience> parse(String text) {
    for (Audience audience : values()) {
      if (audience.wireName().equals(text)) {
        return Optional.of(audience);
      }
    }
    return Optional.empty();
  }
}
