package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.APP_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.lane.BadEndpoint.Fault;
import org.ariane.router.dispatch.lane.TlsEndpoint.Identity;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.ariane.router.dispatch.webhook.CentreEndpoint;
import org.ariane.router.dispatch.webhook.CentreTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Val-de-Marne's system misbehaves, Nord's is well: each fault is counted by its name, delays
/// nobody else, and is over as soon as it is cured; meanwhile the next of the chain has the alarm
/// in time.
class EndpointFaultsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final Duration NEVER = Duration.ofHours(1);
  private static final LinkPace NO_TESTS = new LinkPace(NEVER, NEVER, NEVER);

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  @TempDir private Path folder;
  private final CentreSystem nord = new CentreSystem();
  private Optional<RunningLane> running = Optional.empty();

  @AfterEach
  void stop() {
    running.ifPresent(RunningLane::close);
    nord.close();
  }

  @ParameterizedTest
  @CsvSource({
    "RESETS, broken",
    "BLACK_HOLE, timeout",
    "FIVE_SECONDS_LATE, timeout",
    "BYTE_A_SECOND, timeout",
    "GARBAGE, broken",
    "FAILS, status-5xx",
    "REDIRECTS, redirect"
  })
  void faultIsCountedDelaysNobodyAndEndsWhenItIsCured(Fault fault, String outcome)
      throws Exception {
    try (BadEndpoint bad = new BadEndpoint(fault)) {
      start(CentreSystem.endpoint(plain(bad.port()), CentreTls.ofTheJdk()));
      String id = raise();
      assertNordIsToldAtOnce();
      assertNextOfTheChainHasItInTime(id);
      await().atMost(SOON).until(() -> attempts(outcome) >= 2);
      assertThat(attempts("received")).isZero();
      await().until(() -> link() == 0.0);

      bad.cured();
      await().atMost(SOON).until(() -> opened(bad, id));
      assertThat(attempts("received")).isPositive();
      await().until(() -> link() == 1.0);
      assertThat(bad.strayed()).as("redirects are never followed").isZero();
    }
  }

  @Test
  void refusedConnectionIsCountedDelaysNobodyAndEndsWhenSomebodyListens() throws Exception {
    CentreSystem system = new CentreSystem();
    system.down();
    start(system.endpoint());
    String id = raise();
    assertNordIsToldAtOnce();
    assertNextOfTheChainHasItInTime(id);
    await().atMost(SOON).until(() -> attempts("refused") >= 2);
    system.up();
    await()
        .atMost(SOON)
        .until(() ->
            system.received("incident.opened").stream()
                .anyMatch(it -> it.incident().getString("id").equals(id)));
    await().until(() -> link() == 1.0);
    system.close();
  }

  @Test
  void expiredCertificateIsRefusedCountedAndOverWhenItIsRenewed() throws Exception {
    Identity expired = Identity.make(folder, "expired", "-60d", 30);
    Identity renewed = Identity.make(folder, "renewed", "-1d", 20);
    Path trusted = folder.resolve("trusted.pem");
    Files.writeString(
        trusted, Files.readString(expired.certificate()) + Files.readString(renewed.certificate()));
    CentreTls tls = CentreTls.of(new CentreTls.Files(Optional.empty(), Optional.of(trusted)));
    int port = freePort();
    String id;
    try (TlsEndpoint system = TlsEndpoint.start(port, expired)) {
      start(CentreSystem.endpoint(system.url(), tls));
      id = raise();
      assertNordIsToldAtOnce();
      assertNextOfTheChainHasItInTime(id);
      await().atMost(SOON).until(() -> attempts("certificate") >= 2);
      assertThat(system.received()).isEmpty();
      assertThat(certificateDays("server")).isBetween(-31.0, -29.0);
    }
    try (TlsEndpoint system = TlsEndpoint.start(port, renewed)) {
      await()
          .atMost(SOON)
          .until(() -> system.received().stream().anyMatch(body -> body.contains(id)));
      await().until(() -> link() == 1.0);
      assertThat(certificateDays("server")).isBetween(18.0, 20.0);
      JsonObject listed = centre();
      assertThat(listed.getJsonArray("certificates").getJsonObject(0).getBoolean("expiresSoon"))
          .isTrue();
    }
  }

  @Test
  void mutualTlsShowsOurCertificateToASystemThatAsksForIt() throws Exception {
    Identity theirs = Identity.make(folder, "theirs", "-1d", 90);
    Identity ours = Identity.make(folder, "ours", "-1d", 90);
    Path password = Files.writeString(folder.resolve("password"), TlsEndpoint.PASSWORD + "\n");
    Optional<Path> trusted = Optional.of(theirs.certificate());
    try (TlsEndpoint system = TlsEndpoint.mutual(theirs, ours)) {
      CentreTls without = CentreTls.of(new CentreTls.Files(Optional.empty(), trusted));
      start(CentreSystem.endpoint(system.url(), without));
      raise();
      await().atMost(SOON).until(() -> attempts("tls") + attempts("broken") >= 1);
      assertThat(system.received()).isEmpty();
      running.ifPresent(RunningLane::close);

      CentreTls with =
          CentreTls.of(
              new CentreTls.Files(
                  Optional.of(new CentreTls.Ours(ours.store(), password)), trusted));
      start(CentreSystem.endpoint(system.url(), with));
      String id = raise();
      await()
          .atMost(SOON)
          .until(() -> system.received().stream().anyMatch(body -> body.contains(id)));
      assertThat(certificateDays("client")).isBetween(88.0, 90.0);
      assertThat(centre().getString("format")).isEqualTo("native");
    }
  }

  private void start(CentreEndpoint valDeMarne) {
    running =
        Optional.of(
            RunningLane.start(
                REDIS.server().uri(),
                Map.of(
                    SmallDirectory.VAL_DE_MARNE, valDeMarne, SmallDirectory.NORD, nord.endpoint()),
                new AnswerTimes(ANSWER_WITHIN, ANSWER_WITHIN, ANSWER_WITHIN, ANSWER_WITHIN),
                NO_TESTS));
  }

  private RunningLane lane() {
    return running.orElseThrow();
  }

  private String raise() {
    return lane().post(APP_1, "/v1/alarms", Bodies.alarm()).body().getString("incidentId");
  }

  /// An alarm of Lille, while Val-de-Marne is told in vain.
  private void assertNordIsToldAtOnce() {
    Instant began = Instant.now();
    JsonObject lille = Bodies.alarm().put("position", Bodies.position(50.63, 3.06));
    String id = lane().post(APP_1, "/v1/alarms", lille).body().getString("incidentId");
    await().atMost(Duration.ofSeconds(1)).until(() -> toldToNord(id));
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  private void assertNextOfTheChainHasItInTime(String id) {
    await().atMost(ANSWER_WITHIN.plusSeconds(1)).until(() -> toldToNord(id));
  }

  private boolean toldToNord(String id) {
    return nord.received("incident.opened").stream()
        .anyMatch(it -> it.incident().getString("id").equals(id));
  }

  private static boolean opened(BadEndpoint endpoint, String id) {
    return endpoint.received().stream()
        .anyMatch(body -> body.contains("incident.opened") && body.contains(id));
  }

  private double attempts(String outcome) {
    var timer =
        lane()
            .meters()
            .find("ariane.deliveries")
            .tag("centre", SmallDirectory.VAL_DE_MARNE.value())
            .tag("outcome", outcome)
            .timer();
    return timer == null ? 0 : timer.count();
  }

  private double link() {
    return lane()
        .meters()
        .get("ariane.centre.link")
        .tag("centre", SmallDirectory.VAL_DE_MARNE.value())
        .gauge()
        .value();
  }

  private double certificateDays(String side) {
    return lane()
        .meters()
        .get("ariane.centre.certificate.days")
        .tag("centre", SmallDirectory.VAL_DE_MARNE.value())
        .tag("side", side)
        .gauge()
        .value();
  }

  private JsonObject centre() {
    CentreId wanted = SmallDirectory.VAL_DE_MARNE;
    return lane().get(People.SUPERVISOR_1, "/v1/centres").body().getJsonArray("centres").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("id").equals(wanted.value()))
        .findFirst()
        .orElseThrow();
  }

  private static URI plain(int port) {
    return URI.create("http://127.0.0.1:" + port + "/hook");
  }

  private static int freePort() throws java.io.IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
