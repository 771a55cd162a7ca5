package org.ariane.ops.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.ops.bench.Workbench;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.journey.Api;
import org.ariane.ops.journey.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two servers on one Redis: what a service says to one of them counts in the searches of both, at
/// once here and within two seconds there; who may say it; and what a link opens on either.
class FreePlacesIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration BOTH_KNOW = Duration.ofSeconds(2);
  private static final int UNUSED_SIP_PORT = 5060;
  private static final String PLACES = "/v1/services/sample-fr-59-02/places";
  private static final JsonObject SHELTERS =
      new JsonObject().put("postcode", "59000").put("language", "fr");

  private static Optional<Workbench> bench = Optional.empty();
  private static Optional<Server> first = Optional.empty();
  private static Optional<Server> second = Optional.empty();
  private static String here = "";
  private static String there = "";

  @BeforeAll
  static void start() throws Exception {
    if (Workbench.missing().isPresent()) {
      Assumptions.assumeTrue("1".equals(System.getenv("ARIANE_CI")), Workbench.missing().get());
      throw new IllegalStateException(Workbench.missing().get());
    }
    Workbench on = Workbench.open(ROOT);
    bench = Optional.of(on);
    int port = Workbench.freePort();
    first = Optional.of(Server.start(on.deployment(), on.data(), port, UNUSED_SIP_PORT, false));
    int other = Workbench.freePort();
    second = Optional.of(Server.start(on.deployment(), on.data(), other, UNUSED_SIP_PORT, false));
    here = "http://127.0.0.1:" + port;
    there = "http://127.0.0.1:" + other;
  }

  @AfterAll
  static void stop() {
    second.ifPresent(Server::close);
    first.ifPresent(Server::close);
    bench.ifPresent(Workbench::close);
  }

  private static Api at(String url, String account) throws Exception {
    Path credentials = bench.orElseThrow().data().credentials();
    String token = account.isEmpty() ? "" : Credentials.read(credentials).tokenOf(account);
    return new Api(url, token);
  }

  private static Answer put(String url, String account, String path, JsonObject word)
      throws Exception {
    return at(url, account).send("PUT", path, word.encode());
  }

  private static JsonObject free(int places) {
    return new JsonObject().put("free", places);
  }

  /// What the search tells of the shelter.
  private static JsonObject told(String url) {
    return new Api(url, "")
        .post("/v1/services/search", SHELTERS).json().getJsonArray("services").stream()
            .map(JsonObject.class::cast)
            .filter(service -> service.getString("id").equals("sample-fr-59-02"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void whatTheServicesSystemSaysCountsOnBothServersWithHowManyAndWhen() throws Exception {
    String until = Instant.now().plus(Duration.ofHours(5)).toString();

    Answer said = put(here, "service-1", PLACES, free(3).put("expires", until));

    assertThat(said.status()).as(said.text()).isEqualTo(200);
    JsonObject places = said.json().getJsonObject("places");
    assertThat(places.getInteger("free")).isEqualTo(3);
    assertThat(Instant.parse(places.getString("expires")))
        .isBetween(Instant.parse(until).minusSeconds(1), Instant.parse(until).plusSeconds(1));
    assertThat(told(here).getJsonObject("places")).isEqualTo(places);
    assertThat(told(here).getJsonArray("reasons").encode())
        .contains("Places free: 3, said at", "counts until");
    await()
        .atMost(BOTH_KNOW)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> places.equals(told(there).getJsonObject("places")));
    assertThat(told(there).encode()).doesNotContain("address\"", "distanceKm\":1");
    assertThat(new Api(there, "").get("/metrics").text())
        .containsPattern("ariane_places_services\\{state=\"in-force\"} [1-9]")
        .contains("ariane_places_oldest_seconds");
  }

  @Test
  void onlyItsOwnServiceAndWrongWordsChangeNothing() throws Exception {
    JsonObject before = put(here, "service-1", PLACES, free(2)).json();

    String other = "/v1/services/sample-fr-94-01/places";
    assertThat(put(here, "service-1", other, free(1)).status()).isEqualTo(404);
    assertThat(at(here, "service-1").get(other).status()).isEqualTo(404);
    assertThat(put(here, "service-1", "/v1/services/nowhere/places", free(1)).status())
        .isEqualTo(404);
    assertThat(put(here, "coordinator-1", other, free(1)).status()).isEqualTo(200);
    for (String account : List.of("operator-1", "app-1", "dispatcher-1", "admin-1")) {
      assertThat(put(here, account, PLACES, free(1)).status()).as(account).isEqualTo(403);
    }
    assertThat(put(here, "", PLACES, free(1)).status()).isEqualTo(401);
    Instant now = Instant.now();
    for (JsonObject wrong :
        List.of(
            new JsonObject(),
            free(-1),
            free(1_001),
            new JsonObject().put("free", "2"),
            new JsonObject().put("free", 1.5),
            free(1).put("expires", "tomorrow"),
            free(1).put("expires", now.minusSeconds(60).toString()),
            free(1).put("expires", now.plus(Duration.ofHours(73)).toString()))) {
      Answer refused = put(here, "service-1", PLACES, wrong);
      assertThat(refused.status()).as(wrong.encode()).isEqualTo(400);
      assertThat(refused.json().getJsonArray("errors")).isNotEmpty();
    }

    assertThat(at(here, "service-1").get(PLACES).json()).isEqualTo(before);
  }

  @Test
  void aLinkIsMadeAndRevokedByACoordinatorAloneAndLookingChangesNothing() throws Exception {
    String link = "/v1/services/sample-be-bru-01/places/link";
    assertThat(at(here, "service-1").post(link, new JsonObject()).status()).isEqualTo(403);
    assertThat(at(here, "coordinator-1").post(link, new JsonObject().put("days", 0)).status())
        .isEqualTo(400);
    JsonObject made = at(here, "coordinator-1").post(link, new JsonObject()).json();
    String path = made.getString("path");
    String token = path.substring("/places/".length());
    Api anybody = at(there, "");

    for (String url : List.of(path, path + "?lang=ar", path + "?free=3&hours=12", path)) {
      assertThat(anybody.get(url).status()).isEqualTo(200);
    }
    assertThat(line("sample-be-bru-01").containsKey("last")).as("nobody said anything").isFalse();
    assertThat(anybody.get(path + "x").status()).isEqualTo(404);
    assertThat(anybody.send("POST", "/places", form(path + "x", "3", "12")).status())
        .isEqualTo(404);

    Answer said = anybody.send("POST", "/places?lang=en", form(token, "3", "12"));
    assertThat(said.status()).as(said.text()).isEqualTo(200);
    assertThat(said.text()).contains("Noted.", "Free places: 3");
    for (String nonsense : List.of("-1", "1001", "three", "")) {
      Answer no = anybody.send("POST", "/places?lang=en", form(token, nonsense, "12"));
      assertThat(no.status()).as(nonsense).isEqualTo(400);
      assertThat(no.text()).contains("Not understood", "Free places: 3");
    }
    for (String hours : List.of("0", "73", "x", "")) {
      assertThat(anybody.send("POST", "/places", form(token, "1", hours)).status()).isEqualTo(400);
    }
    await().atMost(BOTH_KNOW).until(() -> line("sample-be-bru-01").getJsonObject("last") != null);
    assertThat(line("sample-be-bru-01").getJsonObject("link").getString("state"))
        .isEqualTo("in-force");

    assertThat(at(here, "coordinator-1").send("DELETE", link, "").status()).isEqualTo(200);

    Answer late = anybody.send("POST", "/places?lang=en", form(token, "9", "12"));
    assertThat(late.status()).isEqualTo(410);
    assertThat(late.text()).contains("revoked", "Nothing was changed");
    assertThat(anybody.get(path).status()).isEqualTo(410);
    JsonObject after = line("sample-be-bru-01");
    assertThat(after.getJsonObject("places").getInteger("free")).isEqualTo(3);
    assertThat(after.getJsonObject("link").getString("state")).isEqualTo("revoked");
    assertThat(at(here, "oversight-1").get("/v1/audit?about=sample-be-bru-01").text())
        .contains("places.link-made", "places.said", "places.link-revoked")
        .doesNotContain(token);
  }

  @Test
  void tooManyWordsByALinkAreToldToWait() throws Exception {
    String link = "/v1/services/sample-be-lie-01/places/link";
    String path = at(here, "coordinator-1").post(link, new JsonObject()).json().getString("path");
    String token = path.substring("/places/".length());
    List<Integer> answers =
        Stream.generate(() -> new Api(here, "").send("POST", "/places", form(token, "1", "6")))
            .limit(14)
            .map(Answer::status)
            .toList();

    assertThat(answers.subList(0, 10)).containsOnly(200);
    assertThat(answers.subList(12, 14)).containsOnly(429);
  }

  private static String form(String token, String free, String hours) {
    return "link=" + token + "&free=" + free + "&other=&hours=" + hours;
  }

  private static JsonObject line(String service) throws Exception {
    return at(here, "coordinator-1").get("/v1/places").json().getJsonArray("services").stream()
        .map(JsonObject.class::cast)
        .filter(line -> line.getString("service").equals(service))
        .findFirst()
        .orElseThrow();
  }
}
