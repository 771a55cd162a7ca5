package org.ariane.router.amendment.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.yaml.DirectoryCheck;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryListener;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.directory.yaml.WatchedDirectory;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.amendment.Amendments;
import org.ariane.router.amendment.Amendments.Outcome;
import org.ariane.router.amendment.Content;
import org.ariane.router.amendment.Fault;
import org.ariane.router.amendment.Revision;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Amendments of the sample directory on a real Redis: what two coordinators at two servers do to
/// it, and what becomes of that when Redis dies.
class AmendmentsIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final ServiceId LILLE = new ServiceId("sample-fr-59-01");
  private static final ServiceId HOTLINE = new ServiceId("fr-3919");
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final Principal ANNA = coordinator("coordinator-1");
  private static final Principal BEA = coordinator("coordinator-2");

  @TempDir Path folder;
  private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private House first;
  private House second;

  /// A server as far as its directory goes.
  private record House(WatchedDirectory directory, AlarmRedis redis, Amendments amendments) {
    Optional<Service> service(ServiceId id) {
      return directory.current().service(id);
    }

    String name(ServiceId id) {
      return service(id).map(Service::name).orElse("none");
    }

    String entry(ServiceId id) {
      return amendments.standing(id).entry().orElse("");
    }
  }

  private static Principal coordinator(String id) {
    return Principal.of(new PrincipalId(id), Role.COORDINATOR);
  }

  @BeforeEach
  void start() throws IOException {
    Path sample = Path.of("../directory/sample");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(sample.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    first = house();
    second = house();
  }

  private House house() {
    WatchedDirectory directory =
        WatchedDirectory.start(
            folder,
            (DirectoryLoad.Loaded) DirectoryFiles.load(folder),
            DirectoryCheck.NONE,
            INTERVAL,
            InstantSource.system(),
            DirectoryListener.SILENT);
    AlarmRedis redis = new AlarmRedis(REDIS.server().uri());
    redis.start(threads);
    await().until(() -> redis.durability().state() == Durability.State.PROMISED);
    open.add(directory);
    open.add(redis);
    Amendments amendments =
        new Amendments(
            new RedisAmendments(redis),
            directory,
            InstantSource.system(),
            outcome -> outcomes.merge(outcome, 1, Integer::sum));
    amendments.follow();
    return new House(directory, redis, amendments);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    threads.shutdown();
  }

  private static Content renamed(String entry, String name) {
    return new Content.Entry(entry.replaceFirst("name: \".*\"", "name: \"" + name + "\""));
  }

  private static Outcome rename(House at, Principal by, ServiceId id, String name, long basedOn) {
    return at.amendments()
        .apply(by, new Amendments.Wish(id, renamed(at.entry(id), name), basedOn, "a new name"));
  }

  private static long number(Outcome outcome) {
    return outcome instanceof Outcome.Applied(Revision revision) ? revision.number() : -1;
  }

  @Test
  void aChangeIsInForceHereAtOnceAndAtAnotherServerOnceItLooks() {
    Outcome outcome = rename(first, ANNA, LILLE, "Maison d'Anna", 0);

    assertThat(number(outcome)).isEqualTo(1);
    assertThat(first.name(LILLE)).isEqualTo("Maison d'Anna");
    assertThat(second.name(LILLE)).isNotEqualTo("Maison d'Anna");
    second.amendments().follow();
    assertThat(second.name(LILLE)).isEqualTo("Maison d'Anna");
    Revision kept = second.amendments().history(LILLE, 10).getFirst();
    assertThat(kept.by()).isEqualTo(ANNA.id());
    assertThat(kept.reason()).isEqualTo("a new name");
    assertThat(
            REDIS
                .server()
                .<Object>with(commands ->
                    commands
                        .xrange("{alarm}:audit:pending", io.lettuce.core.Range.unbounded())
                        .getFirst()
                        .getBody()))
        .isEqualTo(
            Map.of(
                "by", "coordinator-1",
                "role", "coordinator",
                "action", "directory.amended",
                "about", LILLE.value(),
                "reason", "a new name"));
  }

  @Test
  void whoComesSecondIsToldWhoWasFirstAndNothingOfTheFirstIsLost() {
    rename(first, ANNA, LILLE, "Anna's", 0);

    Outcome outcome = rename(second, BEA, LILLE, "Bea's", 0);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Overtaken.class,
            overtaken -> assertThat(overtaken.by().by()).isEqualTo(ANNA.id()));
    assertThat(second.name(LILLE)).isEqualTo("Anna's");
    assertThat(number(rename(second, BEA, LILLE, "Bea's", 1))).isEqualTo(2);
  }

  @Test
  void ofManyAtOnceOneWins() throws Exception {
    List<Callable<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      House at = i % 2 == 0 ? first : second;
      String name = "Name " + i;
      all.add(() -> rename(at, i(at), LILLE, name, 0));
    }

    List<Outcome> came = new ArrayList<>();
    for (Future<Outcome> each : threads.invokeAll(all)) {
      came.add(each.get());
    }

    assertThat(came).filteredOn(Outcome.Applied.class::isInstance).hasSize(1);
    assertThat(came).filteredOn(Outcome.Overtaken.class::isInstance).hasSize(7);
    assertThat(first.amendments().history(LILLE, 10)).hasSize(1);
  }

  private Principal i(House at) {
    return at.equals(first) ? ANNA : BEA;
  }

  @Test
  void undoingIsAnotherRevisionThatRestores() {
    String before = first.name(LILLE);
    rename(first, ANNA, LILLE, "One", 0);
    rename(first, BEA, LILLE, "Two", 1);

    Content restored = first.amendments().history(LILLE, 1).getFirst().before();
    first.amendments().apply(ANNA, new Amendments.Wish(LILLE, restored, 2, "Two was wrong"));
    assertThat(first.name(LILLE)).isEqualTo("One");

    Content all = first.amendments().history(LILLE, 10).getLast().before();
    first.amendments().apply(ANNA, new Amendments.Wish(LILLE, all, 3, "so was One"));
    assertThat(first.name(LILLE)).isEqualTo(before);
    assertThat(first.amendments().history(LILLE, 10))
        .extracting(Revision::number)
        .containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void whatIsWrongIsToldByFieldsAndChangesNothing() {
    String version = first.directory().current().version();
    String wrong =
        first
            .entry(LILLE)
            .replaceFirst("hours: \".*\"", "hours: \"09h-17h sauf jeudi\"")
            .replaceFirst("confirmed-at: \".*\"", "confirmed-at: \"lately\"");

    Outcome outcome =
        first
            .amendments()
            .apply(ANNA, new Amendments.Wish(LILLE, new Content.Entry(wrong), 0, "hours"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Wrong.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::pointer)
                    .contains("/channels/0/hours", "/confirmed-at"));
    assertThat(first.directory().current().version()).isEqualTo(version);
    assertThat(first.amendments().history(LILLE, 10)).isEmpty();
  }

  @Test
  void aProtectedAddressCannotBeWritten() {
    String shelter =
        first.entry(LILLE).replaceFirst("kind: \".*\"", "kind: \"shelter\"")
            + "    address:\n      city: \"Lille\"\n";

    Outcome outcome =
        first
            .amendments()
            .apply(ANNA, new Amendments.Wish(LILLE, new Content.Entry(shelter), 0, "a shelter"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Wrong.class,
            refused ->
                assertThat(refused.faults()).extracting(Fault::pointer).contains("/address"));
    assertThat(
            REDIS.server().<Long>with(commands -> commands.exists("{alarm}:amendment:revisions")))
        .isZero();
  }

  @Test
  void aServiceThatALineNeedsCannotBeWithdrawnAnotherCan() {
    Outcome needed =
        first
            .amendments()
            .apply(ANNA, new Amendments.Wish(HOTLINE, new Content.Withdrawn(), 0, "closed"));
    assertThat(needed).isInstanceOf(Outcome.Wrong.class);
    assertThat(first.service(HOTLINE)).isPresent();

    ServiceId free = new ServiceId("fr-119");
    first
        .amendments()
        .apply(ANNA, new Amendments.Wish(free, new Content.Withdrawn(), 0, "closed for ever"));
    assertThat(first.service(free)).isEmpty();
    second.amendments().follow();
    assertThat(second.service(free)).isEmpty();
  }

  @Test
  void aFileThatCountsOnAWithdrawnServiceStandsInNobodyElsesWay() throws IOException {
    ServiceId free = new ServiceId("fr-119");
    first
        .amendments()
        .apply(ANNA, new Amendments.Wish(free, new Content.Withdrawn(), 0, "closed for ever"));
    Files.writeString(
        folder.resolve("more.yaml"),
        """
        lines:
          - id: one-more
            name: One more
            country: FR
            number: 01 99 00 00 77
            offer-for: 60 s
            overflow: [fr-119]
        """);
    await().atMost(Duration.ofSeconds(10)).until(() -> first.service(free).isPresent());
    assertThat(first.amendments().standing(free).setAside()).isNotEmpty();

    assertThat(number(rename(first, BEA, LILLE, "Goes on", 0))).isEqualTo(2);
    assertThat(first.name(LILLE)).isEqualTo("Goes on");
    assertThat(house().name(LILLE)).isEqualTo("Goes on");
  }

  @Test
  void ofAProtectedPlaceThatIsWithdrawnNobodyLearnsWhereItWas() {
    Content hidden =
        new Content.Entry(
            first
                .entry(LILLE)
                .replaceFirst("kind: \".*\"", "kind: \"shelter\"")
                .replaceFirst(" {4}site:\n {6}.*\n {6}.*\n", ""));
    for (Content each : List.of(hidden, new Content.Withdrawn(), new Content.Withdrawn())) {
      long at = first.amendments().standing(LILLE).revision();
      Outcome outcome =
          first.amendments().apply(ANNA, new Amendments.Wish(LILLE, each, at, "a reason"));
      assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    }
    assertThat(first.amendments().standing(LILLE).hidden(first.amendments().history(LILLE, 50)))
        .isTrue();
  }

  @Test
  void allOfItIsThereAfterRedisWasKilledAndWhileItIsAwayWhatWasKnownHolds() {
    rename(first, ANNA, LILLE, "Kept", 0);

    REDIS.server().kill();
    await().until(() -> first.redis().durability().state() != Durability.State.PROMISED);
    first.amendments().follow();
    assertThat(first.amendments().current()).isFalse();
    assertThat(first.name(LILLE)).isEqualTo("Kept");
    assertThatThrownBy(() -> rename(first, ANNA, LILLE, "Lost", 1))
        .isInstanceOf(LogUnavailableException.class);
    assertThat(first.name(LILLE)).isEqualTo("Kept");

    REDIS.server().restart();
    House third = house();
    assertThat(third.name(LILLE)).isEqualTo("Kept");
    assertThat(number(rename(third, BEA, LILLE, "More", 1))).isEqualTo(2);
  }

  @Test
  void aFolderThatChangesTheSameServiceIsAConflictThatIsShownAndNeitherSideIsLost()
      throws IOException {
    rename(first, ANNA, LILLE, "Amended", 0);
    assertThat(first.amendments().standing(LILLE).conflict()).isFalse();
    Path services = folder.resolve("services.yaml");
    Files.writeString(
        services,
        Files.readString(services)
            .replace("name: Association exemple Lille (sample)", "name: From the folder"));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> first.amendments().standing(LILLE).conflict());

    assertThat(first.name(LILLE)).isEqualTo("Amended");
    assertThat(first.amendments().standing(LILLE).folder().orElse("")).contains("From the folder");
    first
        .amendments()
        .apply(
            ANNA,
            new Amendments.Wish(LILLE, new Content.AsInFolder(), 1, "the import knows better"));
    await().atMost(Duration.ofSeconds(10)).until(() -> first.name(LILLE).equals("From the folder"));
    assertThat(first.amendments().standing(LILLE).conflict()).isFalse();
  }
}
