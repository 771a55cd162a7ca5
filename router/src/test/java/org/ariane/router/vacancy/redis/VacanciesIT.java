package org.ariane.router.vacancy.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.directory.Directory;
import org.ariane.directory.LiveDirectory;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.ariane.router.vacancy.Answer;
import org.ariane.router.vacancy.LinkSeal;
import org.ariane.router.vacancy.MemoryAudit;
import org.ariane.router.vacancy.Opened;
import org.ariane.router.vacancy.Teller;
import org.ariane.router.vacancy.TestKey;
import org.ariane.router.vacancy.Vacancies;
import org.ariane.router.vacancy.Vacancy;
import org.ariane.router.vacancy.VacancyBoard;
import org.ariane.router.vacancy.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Last words and links in a real Redis, seen by two servers whose clocks differ.
class VacanciesIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final Directory RECORDS =
      ((DirectoryLoad.Loaded) DirectoryFiles.load(Path.of("../directory/sample"))).directory();
  private static final ServiceId SHELTER = new ServiceId("sample-fr-59-02");
  private static final Service SERVICE = RECORDS.service(SHELTER).orElseThrow();
  private static final Duration BEHIND = Duration.ofSeconds(7);
  private static final Word TWO = new Word(OptionalInt.of(2), Word.USUAL);
  private static final Principal COORDINATOR = account("coordinator-1", Role.COORDINATOR);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> outcomes = new ArrayList<>();
  private final MemoryAudit audit = new MemoryAudit();
  private final LinkSeal seal = new LinkSeal(TestKey.fresh());
  private Instant now = Instant.parse("2026-11-24T18:00:00Z");
  private AlarmRedis redis;
  private House here;
  private House there;

  /// One server.
  private record House(VacancyBoard board, LiveDirectory directory, Vacancies vacancies) {
    Optional<Places> known(Instant at) {
      return directory.current().places(SERVICE, at);
    }
  }

  private House house(Duration behind) {
    RedisVacancies store = new RedisVacancies(redis);
    VacancyBoard board = new VacancyBoard(store, () -> now.minus(behind));
    LiveDirectory directory = new LiveDirectory(() -> RECORDS, board);
    return new House(
        board,
        directory,
        new Vacancies(
            store,
            board,
            seal,
            audit,
            directory,
            () -> now.minus(behind),
            (way, outcome) -> outcomes.add(way + " " + outcome)));
  }

  @BeforeEach
  void connect() {
    redis = new AlarmRedis(REDIS.server().uri());
    redis.start(threads);
    await().until(() -> redis.durability().state().name().equals("PROMISED"));
    here = house(Duration.ZERO);
    there = house(BEHIND);
  }

  @AfterEach
  void disconnect() {
    redis.close();
    threads.close();
  }

  private static Principal account(String id, Role role) {
    return Principal.of(new PrincipalId(id), role);
  }

  @Test
  void whatIsSaidHereCountsHereAtOnceAndThereAfterItsNextLook() {
    here.vacancies().say(COORDINATOR, SHELTER, TWO);

    assertThat(here.known(now)).contains(new Places(2, now, now.plus(Word.USUAL)));
    assertThat(there.known(now.minus(BEHIND))).isEmpty();
    there.board().refresh();
    assertThat(there.known(now.minus(BEHIND)))
        .as("its clock is behind: it was said by now at the latest")
        .contains(new Places(2, now.minus(BEHIND), now.plus(Word.USUAL)));
    assertThat(audit.lines()).containsExactly("coordinator-1 places.said sample-fr-59-02");
    assertThat(outcomes).containsExactly("account taken");
  }

  @Test
  void theLastOfManyWordsStandsOnEveryServer() {
    here.vacancies().say(COORDINATOR, SHELTER, TWO);
    there.vacancies().say(COORDINATOR, SHELTER, new Word(OptionalInt.of(0), Duration.ofHours(1)));
    here.vacancies().say(COORDINATOR, SHELTER, new Word(OptionalInt.empty(), Word.USUAL));

    there.board().refresh();
    here.board().refresh();

    assertThat(here.known(now).orElseThrow().free()).isEmpty();
    assertThat(there.known(now).orElseThrow().free()).isEmpty();
  }

  @Test
  void anExpiredWordIsUnknownAndCountedAsStale() {
    here.vacancies().say(COORDINATOR, SHELTER, new Word(OptionalInt.of(0), Duration.ofHours(1)));
    now = now.plusSeconds(1_800);
    assertThat(here.board().figures())
        .isEqualTo(new VacancyBoard.Figures(1, 0, Duration.ofMinutes(30)));
    now = now.plusSeconds(1_800);

    assertThat(here.known(now)).isEmpty();
    assertThat(here.board().figures()).isEqualTo(new VacancyBoard.Figures(0, 1, Duration.ZERO));
    assertThat(here.vacancies().last(SHELTER)).isPresent();
  }

  @Test
  void aLinkSaysItUntilItIsRevokedOnWhateverServer() {
    String token = here.vacancies().makeLink(COORDINATOR, SERVICE, Duration.ofDays(1)).token();
    assertThat(there.vacancies().say(token, TWO)).isInstanceOf(Answer.Taken.class);
    assertThat(there.vacancies().last(SHELTER).orElseThrow().by()).isInstanceOf(Teller.Link.class);

    assertThat(here.vacancies().revokeLink(COORDINATOR, SERVICE)).isTrue();
    assertThat(here.vacancies().revokeLink(COORDINATOR, SERVICE)).isFalse();

    assertThat(there.vacancies().open(token)).isEqualTo(new Opened.Revoked());
    assertThat(there.vacancies().say(token, new Word(OptionalInt.of(9), Word.USUAL)))
        .isEqualTo(new Answer.Refused(new Opened.Revoked()));
    here.board().refresh();
    assertThat(here.known(now).orElseThrow().free()).hasValue(2);
    assertThat(audit.lines().toString()).doesNotContain(token);
  }

  @Test
  void aWordOnItsWayByALinkThatIsRevokedMeanwhileChangesNothing() {
    var made = here.vacancies().makeLink(COORDINATOR, SERVICE, Duration.ofDays(1));
    RedisVacancies store = new RedisVacancies(redis);
    Vacancy late =
        new Vacancy(
            SHELTER,
            new Places(5, now, now.plusSeconds(60)),
            new Teller.Link(made.link().generation()));
    here.vacancies().revokeLink(COORDINATOR, SERVICE);

    assertThat(store.put(late)).isEmpty();
    assertThat(store.news(0).words()).isEmpty();
  }

  @Test
  void aNewLinkEndsTheOneBeforeAndNoGenerationComesTwice() {
    String first = here.vacancies().makeLink(COORDINATOR, SERVICE, Duration.ofDays(1)).token();
    String second = here.vacancies().makeLink(COORDINATOR, SERVICE, Duration.ofDays(1)).token();
    assertThat(here.vacancies().open(first)).isEqualTo(new Opened.Revoked());
    assertThat(here.vacancies().open(second)).isInstanceOf(Opened.Valid.class);

    REDIS.server().with(commands -> commands.flushall());
    now = now.plusSeconds(180);
    String third = here.vacancies().makeLink(COORDINATOR, SERVICE, Duration.ofDays(1)).token();

    assertThat(here.vacancies().open(second))
        .as("the store was lost")
        .isEqualTo(new Opened.Revoked());
    assertThat(here.vacancies().open(third)).isInstanceOf(Opened.Valid.class);
  }

  @Test
  void aWrongLinkAndAnExpiredOneSaySoAndChangeNothing() {
    String token = here.vacancies().makeLink(COORDINATOR, SERVICE, Duration.ofDays(1)).token();
    assertThat(here.vacancies().say(token + "x", TWO))
        .isEqualTo(new Answer.Refused(new Opened.Wrong()));
    now = now.plus(Duration.ofDays(1));

    assertThat(here.vacancies().say(token, TWO))
        .isEqualTo(new Answer.Refused(new Opened.Expired()));
    assertThat(new RedisVacancies(redis).news(0).words()).isEmpty();
    assertThat(outcomes).containsExactly("link wrong", "link expired");
  }

  @Test
  void moreThanTenWordsAtOnceAreTooOften() {
    for (int i = 0; i < 10; i++) {
      assertThat(here.vacancies().say(COORDINATOR, SHELTER, TWO)).isInstanceOf(Answer.Taken.class);
    }
    assertThat(here.vacancies().say(COORDINATOR, SHELTER, TWO))
        .isEqualTo(new Answer.TooOften(SHELTER));
    now = now.plusSeconds(6);
    assertThat(here.vacancies().say(COORDINATOR, SHELTER, TWO)).isInstanceOf(Answer.Taken.class);
  }

  @Test
  void anotherStoreTakesThePlaceOfTheOneBefore() {
    here.vacancies().say(COORDINATOR, SHELTER, TWO);
    here.board().refresh();
    REDIS.server().with(commands -> commands.flushall());

    here.board().refresh();

    assertThat(here.known(now)).isEmpty();
  }

  @Test
  void aDamagedWordHidesNoOther() {
    REDIS
        .server()
        .with(commands -> {
          for (int i = 1; i <= 1_500; i++) {
            commands.hset("{places}:words", "s" + i, i % 2 == 0 ? "nonsense" : "{\"free\":-1}");
            commands.zadd("{places}:news", i, "s" + i);
          }
          return commands.set("{places}:revision", "1500");
        });
    here.vacancies().say(COORDINATOR, SHELTER, TWO);

    there.board().refresh();

    assertThat(there.board().all()).containsOnlyKeys(SHELTER);
  }

  @Test
  void whatWasSaidOutlivesAKilledRedisAndWithoutItNothingIsClaimed() {
    here.vacancies().say(COORDINATOR, SHELTER, TWO);
    REDIS.server().kill();
    await()
        .untilAsserted(() ->
            assertThatThrownBy(() -> here.vacancies().say(COORDINATOR, SHELTER, TWO))
                .isInstanceOf(LogUnavailableException.class));
    assertThat(here.known(now)).as("the words known so far stand").isPresent();

    REDIS.server().restart();

    House fresh = house(Duration.ZERO);
    await()
        .ignoreExceptions()
        .until(() -> {
          fresh.board().refresh();
          return fresh.known(now).isPresent();
        });
    assertThat(fresh.known(now)).contains(new Places(2, now, now.plus(Word.USUAL)));
    assertThat(outcomes).contains("account unavailable");
  }
}
