package org.ariane.router.vacancy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.vacancy.VacancyStore.News;
import org.ariane.router.vacancy.VacancyStore.Told;

/// The last words of all services in memory, as searches read them. [#refresh] takes over what
/// other servers were told; while the store is away the words known so far stand until they expire.
public final class VacancyBoard implements Supplier<SaidPlaces> {
  private final VacancyStore store;
  private final InstantSource clock;
  private volatile State state;

  private record State(
      Map<ServiceId, Told> words, SaidPlaces said, long revision, Optional<Instant> read) {}

  public VacancyBoard(VacancyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.state = new State(Map.of(), SaidPlaces.NOTHING, 0, Optional.empty());
  }

  @Override
  public SaidPlaces get() {
    return state.said();
  }

  /// Reads what is new. Call it at start and at least once a second. Blocks. Throws
  /// [LogUnavailableException] while the store is away.
  public void refresh() {
    boolean more = true;
    while (more) {
      News news = store.news(state.revision());
      take(news);
      more = news.more();
    }
  }

  private synchronized void take(News news) {
    Instant now = clock.instant();
    State old = state;
    if (news.words().isEmpty() && !news.anew()) {
      state = new State(old.words(), old.said(), news.upTo(), Optional.of(now));
      return;
    }
    Map<ServiceId, Told> words = news.anew() ? new HashMap<>() : new HashMap<>(old.words());
    news.words().forEach(told -> put(words, told, now));
    state = new State(words, said(words), news.upTo(), Optional.of(now));
  }

  /// Takes over what was just stored here, so that this server need not wait for it. What lies
  /// between it and the words known so far is read by the next [#refresh].
  synchronized void took(Told told) {
    Map<ServiceId, Told> words = new HashMap<>(state.words());
    put(words, told, clock.instant());
    state = new State(words, said(words), state.revision(), state.read());
  }

  private static void put(Map<ServiceId, Told> words, Told told, Instant now) {
    Told seen = new Told(told.vacancy().seenAt(now), told.revision());
    words.merge(
        told.vacancy().service(),
        seen,
        (before, then) -> before.revision() >= then.revision() ? before : then);
  }

  private static SaidPlaces said(Map<ServiceId, Told> words) {
    Map<ServiceId, Places> places = new HashMap<>();
    words.forEach((service, told) -> places.put(service, told.vacancy().places()));
    return SaidPlaces.of(places);
  }

  /// Its last word, expired or not.
  public Optional<Vacancy> of(ServiceId service) {
    return Optional.ofNullable(state.words().get(service)).map(Told::vacancy);
  }

  /// All last words by service.
  public Map<ServiceId, Vacancy> all() {
    Map<ServiceId, Vacancy> all = new HashMap<>();
    state.words().forEach((service, told) -> all.put(service, told.vacancy()));
    return all;
  }

  /// When the store was last read; empty before the first time.
  public Optional<Instant> read() {
    return state.read();
  }

  /// How old words are.
  ///
  /// @param inForce how many count now
  /// @param expired how many do not count any more and were followed by none
  /// @param oldest since when the oldest of those in force stands; zero where none is
  public record Figures(int inForce, int expired, Duration oldest) {}

  public Figures figures() {
    Instant now = clock.instant();
    int inForce = 0;
    Duration oldest = Duration.ZERO;
    Map<ServiceId, Told> words = state.words();
    for (Told told : words.values()) {
      Places places = told.vacancy().places();
      if (places.knownAt(now)) {
        inForce++;
        Duration age = Duration.between(places.confirmedAt(), now);
        oldest = age.compareTo(oldest) > 0 ? age : oldest;
      }
    }
    return new Figures(inForce, words.size() - inForce, oldest);
  }
}
