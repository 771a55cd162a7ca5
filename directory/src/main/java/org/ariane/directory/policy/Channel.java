package org.ariane.directory.policy;

import java.util.Locale;
import java.util.Optional;

/// How somebody reaches us, as far as a policy can tell them apart.
public enum Channel {
  CALL,
  CHAT;

  public static Optional<Channel> parse(String text) {
    for (Channel each : values()) {
      if (each.wireName().equals(text)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
