package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.Principal;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.dispatch.Notice;
import org.ariane.router.dispatch.Sight;
import org.ariane.router.dispatch.json.IncidentView;

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

  /// Sends what the client missed where it is still known, then how things stand now. A client that
  /// saw more than this server ever said (it was restarted) is numbered on from there.
  void join(Screen screen, long after, List<Incident> standing) {
    if (after > seq) {
      latest.clear();
      seq = after;
    } else if (after > 0) {
      boolean gap = latest.isEmpty() || latest.getFirst().seq() > after + 1;
      if (!gap) {
        latest.stream().filter(frame -> frame.seq() > after).forEach(f -> screen.send(f.text()));
      }
    }
    JsonArray incidents = new JsonArray();
    standing.forEach(one -> incidents.add(IncidentView.of(one)));
    seq++;
    // A snapshot goes to this screen alone; for the others of this principal it is a gap.
    screen.send(
        new JsonObject()
            .put("seq", seq)
            .put("type", "snapshot")
            .put("incidents", incidents)
            .encode());
    screens.add(screen);
  }

  void leave(Screen screen) {
    screens.remove(screen);
  }

  boolean watched() {
    return !screens.isEmpty();
  }

  /// Tells of a change, as far as this principal may know it. True where a screen showed an
  /// incident that waits for its centre.
  boolean changed(Optional<Incident> before, Incident now) {
    Optional<JsonObject> frame = frame(before, now);
    frame.ifPresent(this::send);
    return frame.isPresent()
        && watched()
        && principal.centre().equals(Optional.of(now.centre()))
        && now.is(IncidentState.OPEN);
  }

  private Optional<JsonObject> frame(Optional<Incident> before, Incident now) {
    boolean had = before.map(old -> Sight.sees(principal, old)).orElse(false);
    boolean has = Sight.sees(principal, now);
    if (has) {
      Notice.Kind kind = had ? kind(before.orElseThrow(), now) : Notice.Kind.OPENED;
      return Optional.of(
          new JsonObject().put("type", kind.wireName()).put("incident", IncidentView.of(now)));
    }
    if (had) {
      return Optional.of(
          new JsonObject()
              .put("type", Notice.Kind.MOVED.wireName())
              .put("incident", IncidentView.moved(now.id())));
    }
    return Optional.empty();
  }

  private static Notice.Kind kind(Incident before, Incident now) {
    if (before.state() == now.state()) {
      return Notice.Kind.UPDATED;
    }
    return switch (now.state()) {
      case OPEN -> Notice.Kind.OPENED;
      case TAKEN -> Notice.Kind.TAKEN;
      case CLOSED -> Notice.Kind.CLOSED;
    };
  }

  private void send(JsonObject frame) {
    seq++;
    String text = new JsonObject().put("seq", seq).mergeIn(frame).encode();
    latest.addLast(new Frame(seq, text));
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
    List.copyOf(screens).forEach(screen -> screen.send(text));
  }
}
