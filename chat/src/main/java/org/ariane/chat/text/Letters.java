package org.ariane.chat.text;

import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.directory.service.Language;

/// What she is told in words where her page would show it.
///
/// @param language that of the line she wrote to
public record Letters(TextWords words, Language language) {
  /// Empty for what only a page can show: places in the queue, who types, what was seen.
  public Optional<String> of(ServerFrame frame) {
    return switch (frame) {
      case ServerFrame.Started started -> Optional.empty();
      case ServerFrame.Queue queue ->
          queue.again()
              ? Optional.of(words.say(language, TextWords.Key.INTERRUPTED))
              : Optional.empty();
      case ServerFrame.Joined joined ->
          Optional.of(words.say(language, TextWords.Key.JOINED, "service", joined.service()));
      case ServerFrame.Said said -> Optional.of(said.text());
      case ServerFrame.Danger danger -> danger(danger);
      case ServerFrame.Transfer transfer ->
          Optional.of(words.say(language, TextWords.Key.TRANSFER, "service", transfer.service()));
      case ServerFrame.Transferred transferred ->
          Optional.of(
              words.say(language, TextWords.Key.TRANSFERRED, "service", transferred.service()));
      case ServerFrame.Returned returned ->
          Optional.of(words.say(language, TextWords.Key.RETURNED, "service", returned.service()));
      case ServerFrame.Ended ended -> Optional.of(words.say(language, ended(ended.reason())));
      case ServerFrame.Sent sent -> Optional.empty();
      case ServerFrame.Typing typing -> Optional.empty();
      case ServerFrame.Seen seen -> Optional.empty();
      case ServerFrame.Failed failed -> Optional.empty();
      case ServerFrame.Pong pong -> Optional.empty();
    };
  }

  private Optional<String> danger(ServerFrame.Danger danger) {
    String numbers = String.join(", ", danger.numbers());
    return switch (danger.state()) {
      case NONE -> Optional.empty();
      case ALERTED -> Optional.of(words.say(language, TextWords.Key.ALERTED, "numbers", numbers));
      case PLACE_UNKNOWN ->
          Optional.of(words.say(language, TextWords.Key.PLACE_UNKNOWN, "numbers", numbers));
      case NOT_DURABLE ->
          Optional.of(words.say(language, TextWords.Key.NOT_DURABLE, "numbers", numbers));
    };
  }

  private static TextWords.Key ended(ServerFrame.Reason reason) {
    return switch (reason) {
      case OPERATOR -> TextWords.Key.ENDED_OPERATOR;
      // She has no page to leave: nobody answered her for too long.
      case LEFT -> TextWords.Key.ENDED_UNANSWERED;
      case UNKNOWN, TOO_LONG -> TextWords.Key.ENDED_TOO_LONG;
    };
  }

  /// The first answer.
  public String welcome() {
    return words.say(language, TextWords.Key.WELCOME);
  }

  /// A new server goes on: what was written before is gone.
  public String again() {
    return words.say(language, TextWords.Key.AGAIN);
  }

  public String unreadable() {
    return words.say(language, TextWords.Key.UNREADABLE);
  }

  public String missed() {
    return words.say(language, TextWords.Key.MISSED);
  }

  public String full() {
    return words.say(language, TextWords.Key.FULL);
  }
}
