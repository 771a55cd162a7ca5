package org.ariane.ops.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.LiveDirectory;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.ops.health.PartHealth;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.http.Endpoint;
import org.ariane.router.vacancy.LinkSeal;
import org.ariane.router.vacancy.Vacancies;
import org.ariane.router.vacancy.VacancyBoard;
import org.ariane.router.vacancy.html.LinkPages;
import org.ariane.router.vacancy.http.PlacesEndpoints;
import org.ariane.router.vacancy.micrometer.VacancyMeters;
import org.ariane.router.vacancy.redis.RedisVacancies;
import org.ariane.router.vacancy.tink.TinkLinkKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What services say of their free places, and the directory in which it counts; on connections of
/// its own to Redis, so that it cannot delay an alarm. Without Redis the words known so far stand.
final class FreePlaces {
  private static final Logger LOG = LoggerFactory.getLogger(FreePlaces.class);
  private static final long LOOK_EVERY_MS = 500;
  private static final Duration OLD = Duration.ofSeconds(5);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Foundations on;
  private final VacancyBoard board;
  private final DirectorySource directory;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final AtomicBoolean looking = new AtomicBoolean();

  private FreePlaces(
      Foundations on, DirectorySource records, RedisVacancies store, AuditLog audit) {
    this.on = on;
    board = new VacancyBoard(store, on.clock());
    directory = new LiveDirectory(records, board);
    VacancyMeters meters = VacancyMeters.of(board, on.metrics());
    LinkSeal seal = new LinkSeal(new TinkLinkKey(on.keys().links()));
    Vacancies vacancies = new Vacancies(store, board, seal, audit, directory, on.clock(), meters);
    endpoints.addAll(new PlacesEndpoints(vacancies, directory, on.clock()).all());
    endpoints.addAll(new LinkPages(vacancies, directory, on.clock()).endpoints());
  }

  /// Begins to follow what is said; waits a moment for the words of before.
  static FreePlaces open(Foundations on, DirectorySource records, AuditLog audit, Closers closers) {
    AlarmRedis redis = new AlarmRedis(on.redis());
    redis.start(on.virtualThreads());
    closers.add("redis of free places", redis);
    FreePlaces places = new FreePlaces(on, records, new RedisVacancies(redis), audit);
    Instant enough = on.clock().instant().plus(FIRST_LOOK);
    while (!places.look() && on.clock().instant().isBefore(enough)) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    long timer =
        on.contactLoops()
            .setPeriodic(LOOK_EVERY_MS, id -> on.virtualThreads().execute(places::look));
    closers.add("the timer of free places", () -> on.contactLoops().cancelTimer(timer));
    return places;
  }

  private boolean look() {
    if (!looking.compareAndSet(false, true)) {
      return false;
    }
    try {
      board.refresh();
      return true;
    } catch (LogUnavailableException e) {
      on.metrics().counter("ariane.places.unread").increment();
      LOG.debug("free places are not read: {}", e.getMessage());
      return false;
    } catch (RuntimeException e) {
      on.metrics().counter("ariane.places.unread").increment();
      LOG.error("free places could not be read", e);
      return false;
    } finally {
      looking.set(false);
    }
  }

  /// The directory in which the words count.
  DirectorySource directory() {
    return directory;
  }

  /// The words that count now.
  Supplier<SaidPlaces> said() {
    return board;
  }

  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  PartHealth health() {
    VacancyBoard.Figures figures = board.figures();
    boolean fresh =
        board
            .read()
            .filter(read -> Duration.between(read, on.clock().instant()).compareTo(OLD) <= 0)
            .isPresent();
    return fresh
        ? PartHealth.up("In force: %d, expired: %d".formatted(figures.inForce(), figures.expired()))
        : PartHealth.degraded(
            "What services say now cannot be read; what they said before counts until it expires");
  }
}
