package org.ariane.directory.service;

import java.util.Locale;
import java.util.Optional;

/// Of whoever listens at a service. The wire name is the constant in lower case.
public enum ListenerGender {
  WOMAN,
  MAN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ListenerGender> parse(String text) {
    for (ListenerGender gender : values()) {
      if (gender.wireName().equals(text)) {
        return Optional.of(gender);
      }
    }
    return Optional.empty();
  }
}
