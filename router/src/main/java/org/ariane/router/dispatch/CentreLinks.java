package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.directory.place.CentreId;

/// Which centres can be told of an alarm now: by their system, or by a dispatcher who is connected.
/// In memory, of this server. Safe from any thread.
public final class CentreLinks {
  private final Set<CentreId> posted;
  private final Map<CentreId, Link> links = new ConcurrentHashMap<>();
  private final Map<CentreId, Integer> screens = new ConcurrentHashMap<>();

  /// Nothing is known of any link yet.
  ///
  /// @param posted centres whose system has an address
  public CentreLinks(Set<CentreId> posted) {
    this.posted = Set.copyOf(posted);
  }

  /// How a centre's system has answered. One failure may be a broken connection; two in a row, or
  /// one failed link test, mean that it is down; whatever it receives brings it up again.
  ///
  /// @param up whether it can be told
  /// @param since when it became so
  /// @param failures in a row, until now
  /// @param waves failures of messages, where those that were under way at one time count once
  /// @param probeAt while it is down, when the next single message may be tried; link tests, which
  ///   it may not understand, don't put that off
  public record Link(
      boolean up,
      Instant since,
      int failures,
      int waves,
      Instant probeAt,
      Instant lastAttempt,
      Optional<Instant> lastReceived) {
    private static final int FAILURES_OF_A_DEAD_SYSTEM = 2;

    static Link first(Instant at) {
      return new Link(true, at, 0, 0, at, Instant.MIN, Optional.empty());
    }

    Link received(Instant at) {
      return new Link(true, up ? since : at, 0, 0, at, at, Optional.of(at));
    }

    Link failed(Instant began, Instant at) {
      boolean sameWave = waves > 0 && began.isBefore(lastAttempt);
      int more = sameWave ? waves : waves + 1;
      boolean still = up && failures + 1 < FAILURES_OF_A_DEAD_SYSTEM;
      return after(still, more, at.plus(RetryPace.after(more)), at);
    }

    Link testFailed(Instant at) {
      return after(false, waves, up ? at.plus(RetryPace.after(1)) : probeAt, at);
    }

    Link probing(Instant at) {
      Instant next = at.plus(RetryPace.after(Math.max(1, waves)));
      return new Link(up, since, failures, waves, next, lastAttempt, lastReceived);
    }

    private Link after(boolean still, int more, Instant probe, Instant at) {
      Instant from = up == still ? since : at;
      return new Link(still, from, failures + 1, more, probe, at, lastReceived);
    }
  }

  public Set<CentreId> posted() {
    return posted;
  }

  public boolean isPosted(CentreId centre) {
    return posted.contains(centre);
  }

  /// Empty before the first attempt.
  public Optional<Link> link(CentreId centre) {
    return Optional.ofNullable(links.get(centre));
  }

  public int screens(CentreId centre) {
    return screens.getOrDefault(centre, 0);
  }

  public boolean reaches(CentreId centre) {
    return (isPosted(centre) && !isDown(centre)) || screens(centre) > 0;
  }

  boolean reachesAny() {
    return !screens.isEmpty() || posted.stream().anyMatch(centre -> !isDown(centre));
  }

  boolean isDown(CentreId centre) {
    return link(centre).filter(link -> !link.up()).isPresent();
  }

  /// While a system is down, the time until one message may be tried, zero when it is now. Empty
  /// while it is up or untried.
  Optional<Duration> pause(CentreId centre, Instant now) {
    return link(centre)
        .filter(link -> !link.up())
        .map(link -> Duration.between(now, link.probeAt()))
        .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
  }

  /// Whether the caller may try now: always while a system is up or untried, else only when a probe
  /// is due, which is then the caller's and puts off everybody else's.
  public boolean takeTurn(CentreId centre, Instant now) {
    boolean[] mine = {true};
    links.computeIfPresent(
        centre,
        (id, link) -> {
          mine[0] = link.up() || !link.probeAt().isAfter(now);
          return mine[0] && !link.up() ? link.probing(now) : link;
        });
    return mine[0];
  }

  public void received(CentreId centre, Instant at) {
    links.compute(centre, (id, before) -> (before == null ? Link.first(at) : before).received(at));
  }

  public void failed(CentreId centre, Instant began, Instant at) {
    links.compute(
        centre, (id, before) -> (before == null ? Link.first(at) : before).failed(began, at));
  }

  void testFailed(CentreId centre, Instant at) {
    links.compute(
        centre, (id, before) -> (before == null ? Link.first(at) : before).testFailed(at));
  }

  public void screenOpened(CentreId centre) {
    screens.merge(centre, 1, Integer::sum);
  }

  public void screenClosed(CentreId centre) {
    screens.computeIfPresent(centre, (id, open) -> open <= 1 ? null : open - 1);
  }
}
