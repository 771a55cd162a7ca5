package org.ariane.router.contact;

import java.util.Locale;

/// How a contact reaches us.
public enum ContactChannel {
  CALL,
  CHAT;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
