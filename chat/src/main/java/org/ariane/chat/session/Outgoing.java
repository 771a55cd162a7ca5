package org.ariane.chat.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;

/// The numbered frames to her page, the latest kept so that a cut of the network loses and doubles
/// nothing.
public final class Outgoing {
  private static final int KEPT = 1_000;

  private final Deque<Numbered> kept = new ArrayDeque<>();
  private long last;

  /// One frame; `n` is 0 where it has no number.
  public record Numbered(long n, ServerFrame frame) {}

  public Numbered number(ServerFrame frame) {
    if (frame.fleeting()) {
      return new Numbered(0, frame);
    }
    Numbered numbered = new Numbered(++last, frame);
    kept.addLast(numbered);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    return numbered;
  }

  /// What follows frame `received`; empty where that is no longer known, or never was.
  public Optional<List<Numbered>> after(long received) {
    long first = kept.isEmpty() ? last + 1 : kept.getFirst().n();
    if (received < first - 1 || received > last) {
      return Optional.empty();
    }
    return Optional.of(kept.stream().filter(each -> each.n() > received).toList());
  }
}
