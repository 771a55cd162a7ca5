package org.ariane.router.text;

/// Where text messages go in. Called for one after the other, and the next waits meanwhile: quick.
@FunctionalInterface
public interface TextInbox {
  /// Returns when the conversation is kept; what is thrown means that it was not taken, and the
  /// same message may come again.
  void receive(TextMessage message);
}
