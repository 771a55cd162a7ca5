package org.ariane.directory.search;

import static org.ariane.directory.search.QueryBuilder.anybody;
import static org.ariane.directory.search.SearchFixture.NOON;
import static org.ariane.directory.search.SearchFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.ariane.directory.Directory;
import org.ariane.directory.LiveDirectory;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.junit.jupiter.api.Test;

/// What services say of their places counts in every search at once.
class SaidPlacesTest {
  private static final ServiceId A = new ServiceId("a");
  private final Service a = service("a").build();
  private final Service b = service("b").build();
  private final ServiceSearch search = SearchFixture.of(a, b);

  private List<ServiceMatch> asked(OptionalInt free, Instant from, Instant at) {
    Places places = new Places(free, from, from.plus(Duration.ofHours(6)));
    SaidPlaces said = SaidPlaces.of(Map.of(A, places));
    List<ServiceMatch> best = search.best(anybody().query(), at, 5, said);
    assertThat(search.search(anybody().query(), at, List.of(a, b), said).matches()).isEqualTo(best);
    return best;
  }

  private static List<String> ids(List<ServiceMatch> matches) {
    return matches.stream().map(match -> match.service().id().value()).toList();
  }

  @Test
  void whoSaysItIsFullComesLaterWithHowManyAndWhen() {
    List<ServiceMatch> found = asked(OptionalInt.of(0), NOON.minusSeconds(60), NOON);

    assertThat(ids(found)).containsExactly("b", "a");
    assertThat(found.getLast().reasons())
        .contains(new Reason("places.none", "No place free, said at 11:59, counts until 17:59"));
    assertThat(found.getLast().places())
        .contains(
            new Places(0, NOON.minusSeconds(60), NOON.minusSeconds(60).plusSeconds(6 * 3_600)));
    assertThat(found.getFirst().places()).isEmpty();
  }

  @Test
  void onceThatExpiredItIsUnknownAndNotFull() {
    List<ServiceMatch> found =
        asked(OptionalInt.of(0), NOON.minusSeconds(60), NOON.plus(Duration.ofHours(7)));

    assertThat(ids(found)).containsExactly("a", "b");
    assertThat(found).allSatisfy(match -> assertThat(match.places()).isEmpty());
  }

  @Test
  void toAskIsSaidAndMovesNobody() {
    List<ServiceMatch> found = asked(OptionalInt.empty(), NOON, NOON);

    assertThat(ids(found)).containsExactly("a", "b");
    assertThat(found.getFirst().reasons())
        .contains(
            new Reason("places.ask", "Places free: ask them, said at 12:00, counts until 18:00"));
  }

  @Test
  void oneDecisionSeesOneMomentAndTheNextTheNews() {
    Directory records =
        ((DirectoryLoad.Loaded) DirectoryFiles.load(java.nio.file.Path.of("sample"))).directory();
    ServiceId shelter = new ServiceId("sample-fr-59-02");
    Service service = records.service(shelter).orElseThrow();
    AtomicReference<SaidPlaces> said = new AtomicReference<>(SaidPlaces.NOTHING);
    LiveDirectory live = new LiveDirectory(() -> records, said::get);
    Directory before = live.current();
    Places two = new Places(2, NOON, NOON.plusSeconds(60));

    said.set(SaidPlaces.of(Map.of(shelter, two)));

    assertThat(before.places(service, NOON)).isEmpty();
    assertThat(live.current().places(service, NOON)).contains(two);
    assertThat(live.current().version()).isEqualTo(records.version());
  }

  /// 50,000 services that all said something, and each question comes after one more word: what a
  /// word costs is far from what an index costs.
  @Test
  void aNewWordCostsNoNewIndex() {
    List<Service> many =
        IntStream.range(0, 50_000).mapToObj(i -> service("s" + i).build()).toList();
    long start = System.nanoTime();
    ServiceSearch large = SearchFixture.of(many.toArray(Service[]::new));
    large.best(anybody().query(), NOON, 5);
    long index = System.nanoTime() - start;
    Map<ServiceId, Places> words = new HashMap<>();
    many.forEach(each -> words.put(each.id(), new Places(0, NOON, NOON.plusSeconds(3_600))));
    long from = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      ServiceId id = new ServiceId("s" + i * 7);
      words.put(id, new Places(i, NOON, NOON.plusSeconds(3_600)));
      words.put(new ServiceId("s" + (i * 7 + 1)), new Places(0, NOON, NOON.plusSeconds(3_600)));
      List<ServiceMatch> best = large.best(anybody().query(), NOON, 1, SaidPlaces.of(words));
      assertThat(best.getFirst().places().orElseThrow().none()).isEqualTo(i == 0);
    }
    long each = (System.nanoTime() - from) / 50;
    System.err.printf(
        "index %d ms, a word and a question %d us%n", index / 1_000_000, each / 1_000);
    assertThat(each * 2).isLessThan(index);
  }
}
