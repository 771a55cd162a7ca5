package org.ariane.router.dispatch.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.dispatch.DispatchDesk;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentBoard;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.dispatch.Sight;
import org.ariane.router.http.Socket;

/// `/v1/incidents/stream`: each principal's own sequence of frames. On connecting: what was missed
/// after the number that the client names, then a snapshot, then each change as it happens. Works
/// from memory while the store is away.
public final class IncidentStream implements AutoCloseable {
  private static final String PATH = "/v1/incidents/stream";
  private static final Set<IncidentState> STANDING =
      EnumSet.of(IncidentState.OPEN, IncidentState.TAKEN);
  private static final short NO_CENTRE = 4403;
  private static final short GOING_AWAY = 1001;

  private final Vertx vertx;
  private final IncidentBoard board;
  private final CentreLinks links;
  private final DispatchDesk desk;
  private final Executor virtualThreads;
  private final Map<PrincipalId, Feed> feeds = new HashMap<>();
  private final List<Screen> screens = new ArrayList<>();

  public IncidentStream(
      Vertx vertx,
      IncidentBoard board,
      CentreLinks links,
      DispatchDesk desk,
      Executor virtualThreads) {
    this.vertx = vertx;
    this.board = board;
    this.links = links;
    this.desk = desk;
    this.virtualThreads = virtualThreads;
    board.listen(this::changed);
  }

  public List<Socket> all() {
    return List.of(new Socket(PATH, IncidentEndpoints.CENTRE, this::opened));
  }

  private void opened(ServerWebSocket socket, Optional<Principal> principal, long after) {
    Optional<CentreId> centre = principal.flatMap(Principal::centre);
    Screen screen = new Screen(vertx, socket);
    if (centre.isEmpty()) {
      screen.cut(NO_CENTRE, "not of a centre");
      return;
    }
    Principal who = principal.orElseThrow();
    PrincipalId id = who.id();
    screen.open(() -> closed(id, screen, centre.get()));
    links.screenOpened(centre.get());
    join(who, screen, centre.get(), after);
  }

  /// The board is locked first, as it is when it tells of a change, so that between the snapshot
  /// and the first change nothing is lost or doubled. The snapshot is put in order and written out
  /// without the lock: under a flood that takes long, and alarms must not wait for it.
  private void join(Principal who, Screen screen, CentreId centre, long after) {
    List<Incident> standing;
    long seq;
    synchronized (board) {
      standing =
          board.matching(known -> STANDING.contains(known.state()) && Sight.sees(who, known));
      synchronized (feeds) {
        Feed feed = feeds.get(who.id());
        if (feed == null || !feed.principal().equals(who)) {
          feed = new Feed(who);
          feeds.put(who.id(), feed);
        }
        seq = feed.join(screen, after);
        screens.add(screen);
      }
    }
    virtualThreads.execute(() -> {
      screen.release(Feed.snapshot(seq, board.ranked(standing)));
      standing.stream()
          .filter(known -> known.is(IncidentState.OPEN) && known.centre().equals(centre))
          .forEach(known -> shown(known, centre));
    });
  }

  private void closed(PrincipalId id, Screen screen, CentreId centre) {
    links.screenClosed(centre);
    synchronized (feeds) {
      screens.remove(screen);
      Optional.ofNullable(feeds.get(id)).ifPresent(feed -> feed.leave(screen));
    }
  }

  private void changed(Optional<Incident> before, Incident now) {
    boolean seen = false;
    Change change = new Change(before, now);
    synchronized (feeds) {
      for (Feed feed : feeds.values()) {
        seen |= feed.changed(change);
      }
    }
    if (seen) {
      shown(now, now.centre());
    }
  }

  /// On a screen counts as delivered where the centre has no system of its own.
  private void shown(Incident incident, CentreId centre) {
    boolean told = links.isPosted(centre) && incident.posts(centre);
    if (!told && !incident.ownership().delivered() && incident.durable()) {
      virtualThreads.execute(() -> desk.shown(incident.id(), centre));
    }
  }

  @Override
  public void close() {
    List<Screen> open;
    synchronized (feeds) {
      open = List.copyOf(screens);
    }
    open.forEach(screen -> screen.cut(GOING_AWAY, "the server stops"));
  }
}
