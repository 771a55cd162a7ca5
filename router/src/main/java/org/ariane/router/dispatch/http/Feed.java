package org.ariane.router.dispatch.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.router.access.Principal;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.dispatch.json.IncidentView;
import org.ariane.router.dispatch.json.JsonText;

/// The frames of one principal, numbered without gaps, the latest kept for those who reconnect. Not
/// safe by itself: [IncidentStream] holds its lock.
final class Feed {
  private static final int KEPT = 500;

  private final Principal principal;
  private final Deque<Frame> latest = new ArrayDeque<>();
  private final List<Screen> screens = new ArrayList<>();
  private long seq;

  Feed(Principal principal) {
    this.principal = principal;
  }

  private record Frame(long seq, String text) {}

  Principal principal() {
    return principal;
  }

  /// Sends what the client missed where it is still known, and has the screen wait for how things
  /// stand now. A client that saw more than this server ever said (it was restarted) is numbered on
  /// from there. Answers the number of the snapshot.
  long join(Screen screen, long after) {
    if (after > seq) {
      latest.clear();
      seq = after;
    } else if (after > 0) {
      boolean gap = latest.isEmpty() || latest.getFirst().seq() > after + 1;
      if (!gap) {
        latest.stream().filter(frame -> frame.seq() > after).forEach(f -> screen.send(f.text()));
      }
    }
    screen.hold();
    screens.add(screen);
    seq++;
    // A snapshot goes to this screen alone; for the others of this principal it is a gap.
    return seq;
  }

  /// How things stood when the number was given.
  static String snapshot(long seq, List<Incident> standing) {
    return standing.stream()
        .map(one -> JsonText.of(IncidentView.of(one)))
        .collect(
            Collectors.joining(
                ",", "{\"seq\":" + seq + ",\"type\":\"snapshot\",\"incidents\":[", "]}"));
  }

  void leave(Screen screen) {
    screens.remove(screen);
  }

  boolean watched() {
    return !screens.isEmpty();
  }

  /// Tells of a change, as far as this principal may know it. True where a screen showed an
  /// incident that waits for its centre.
  boolean changed(Change change) {
    Optional<String> frame = change.frameFor(principal);
    frame.ifPresent(this::send);
    return frame.isPresent()
        && watched()
        && principal.centre().equals(Optional.of(change.now().centre()))
        && change.now().is(IncidentState.OPEN);
  }

  private void send(String frame) {
    seq++;
    String text = "{\"seq\":" + seq + "," + frame;
    latest.addLast(new Frame(seq, text));
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
    List.copyOf(screens).forEach(screen -> screen.send(text));
  }
}
