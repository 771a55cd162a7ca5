package org.ariane.chat.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.desk.Message;
import org.ariane.router.desk.MessageId;

/// What was written, in memory only, and from where on the present operator may read it.
final class Transcript {
  private static final int MESSAGES_AT_MOST = 3_000;

  private record Line(Optional<PrincipalId> operator, MessageId id, String text, Instant at) {}

  private final List<Line> lines = new ArrayList<>();
  private int readableFrom;

  /// False where this writer used the id before.
  boolean add(Optional<PrincipalId> operator, MessageId id, String text, Instant at) {
    boolean known =
        lines.stream()
            .anyMatch(line ->
                line.id().equals(id) && line.operator().isPresent() == operator.isPresent());
    if (!known) {
      lines.add(new Line(operator, id, text, at));
    }
    return !known;
  }

  boolean full() {
    return lines.size() >= MESSAGES_AT_MOST;
  }

  boolean visitorWrote(MessageId id) {
    return lines.stream().anyMatch(line -> line.id().equals(id) && line.operator().isEmpty());
  }

  boolean operatorWrote(MessageId id) {
    return lines.stream().anyMatch(line -> line.id().equals(id) && line.operator().isPresent());
  }

  /// From now on nothing of what was written so far is shown to the operator.
  void hideAll() {
    readableFrom = lines.size();
  }

  boolean hidden() {
    return readableFrom > 0;
  }

  List<Message> readableBy(PrincipalId reader) {
    return lines.stream().skip(readableFrom).map(line -> message(line, reader)).toList();
  }

  private static Message message(Line line, PrincipalId reader) {
    Message.Author author =
        line.operator()
            .map(writer ->
                writer.equals(reader) ? Message.Author.OPERATOR : Message.Author.EARLIER_OPERATOR)
            .orElse(Message.Author.VISITOR);
    return new Message(line.id(), author, line.text(), line.at());
  }

  void erase() {
    lines.clear();
  }
}
