package org.ariane.router.contact;

import java.util.Locale;

/// What carries her words. The wire name is the constant in lower case with hyphens.
public enum Medium {
  VOICE,
  /// The page of the chat.
  PAGE,
  /// Text messages of a telephone. She has no page: nothing tells her that somebody types, has
  /// read, or that a connection was lost, but a message.
  TEXT_MESSAGE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What carries a contact of a channel where nothing else was said.
  static Medium of(ContactChannel channel) {
    return switch (channel) {
      case CALL -> VOICE;
      case CHAT -> PAGE;
    };
  }
}
