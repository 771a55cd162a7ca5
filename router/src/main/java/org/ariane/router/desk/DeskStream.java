package org.ariane.router.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.contact.ContactId;

/// The numbered news of one operator, for all her open pages, with the latest kept for a page that
/// was cut off. What a conversation said is forgotten when the conversation is closed.
public final class DeskStream {
  private static final int KEPT = 300;

  private final Deque<Numbered> kept = new ArrayDeque<>();
  private final Map<Page, Gate> pages = new LinkedHashMap<>();
  private long seq;

  /// One piece of news; 0 where it has no number.
  public record Numbered(long seq, DeskNews news) {}

  /// Holds news back until a page has its snapshot.
  private static final class Gate {
    private final List<Numbered> held = new ArrayList<>();
    private final boolean desk;
    private boolean live;

    private Gate(boolean desk) {
      this.desk = desk;
    }
  }

  /// One open page. Called under the stream's lock, so it only hands over.
  @FunctionalInterface
  public interface Page {
    void show(Numbered numbered);
  }

  /// A page is being opened: from now on news is held back for it until [#live].
  ///
  /// @return news after `after` that it missed, where that is still known, and the number that a
  ///   snapshot taken now stands for
  public synchronized Joining join(Page page, long after) {
    return join(page, after, true);
  }

  /// The same for a page that only shows what happens: it is no desk, and its going loses nothing.
  public synchronized Joining watch(Page page, long after) {
    return join(page, after, false);
  }

  private Joining join(Page page, long after, boolean desk) {
    pages.put(page, new Gate(desk));
    boolean known = after > 0 && after <= seq;
    List<Numbered> missed =
        known ? kept.stream().filter(each -> each.seq() > after).toList() : List.of();
    return new Joining(missed, seq);
  }

  /// What a page is told first.
  public record Joining(List<Numbered> missed, long seq) {
    public Joining {
      missed = List.copyOf(missed);
    }
  }

  /// The snapshot is out: what was held back follows, then news as it comes.
  public synchronized void live(Page page) {
    Gate gate = pages.get(page);
    if (gate != null) {
      gate.live = true;
      gate.held.forEach(page::show);
      gate.held.clear();
    }
  }

  /// Says whether it was the last desk.
  public synchronized boolean leave(Page page) {
    Optional<Gate> gone = Optional.ofNullable(pages.remove(page));
    return gone.filter(gate -> gate.desk).isPresent() && !open();
  }

  /// Whether a desk is there; pages that only watch are none.
  public synchronized boolean open() {
    return pages.values().stream().anyMatch(gate -> gate.desk);
  }

  public synchronized void tell(DeskNews news) {
    Numbered numbered = new Numbered(news.fleeting() ? 0 : ++seq, news);
    if (news instanceof DeskNews.Closed closed) {
      forget(closed.contact());
    }
    if (!news.fleeting()) {
      kept.addLast(numbered);
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
    }
    pages.forEach((page, gate) -> {
      if (gate.live) {
        page.show(numbered);
      } else {
        gate.held.add(numbered);
      }
    });
  }

  private void forget(ContactId contact) {
    kept.removeIf(each -> each.news().about().filter(contact::equals).isPresent());
  }
}
