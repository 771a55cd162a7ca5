package org.ariane.router.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.assignment.SwitchboardSettings;
import org.ariane.router.contact.People;
import org.ariane.router.http.HttpApi;
import org.ariane.router.presence.PhoneState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The HTTP calls of the contact half on a real server with the sample directory.
class ContactCallsIT {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Principal OPERATOR = People.operator(1, People.HOTLINE, Language.FR);

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private ContactLane lane;
  private HttpServer server;

  private static final class OneOperator implements Roster {
    @Override
    public Optional<Principal> find(PrincipalId id) {
      return Optional.of(OPERATOR).filter(one -> one.id().equals(id));
    }

    @Override
    public List<Principal> all() {
      return List.of(OPERATOR);
    }
  }

  private static Optional<Principal> account(String token) {
    for (Role role : Role.values()) {
      if (role.wireName().equals(token)) {
        return Optional.of(Principal.of(new PrincipalId(token + "-1"), role));
      }
    }
    return Optional.empty();
  }

  @BeforeEach
  void open() {
    Directory directory =
        switch (DirectoryFiles.load(Path.of("../directory/sample").toAbsolutePath())) {
          case DirectoryLoad.Loaded(Directory loaded) -> loaded;
          case DirectoryLoad.Rejected(var problems) -> throw new AssertionError(problems);
        };
    lane =
        ContactLane.open(
            vertx,
            () -> directory,
            new OneOperator(),
            InstantSource.fixed(NOW),
            new SimpleMeterRegistry(),
            threads,
            new PhoneNumber("+33199000099"),
            SwitchboardSettings.STANDARD);
    Router router = Router.router(vertx);
    new HttpApi(vertx, ContactCallsIT::account, threads).mount(router, lane.endpoints());
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void close() {
    lane.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    threads.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    return send(token.isEmpty() ? request : request.header("authorization", "Bearer " + token));
  }

  private static JsonArray services(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonObject(answer.body()).getJsonArray("services");
  }

  private static JsonObject find(JsonArray services, String id) {
    for (int i = 0; i < services.size(); i++) {
      if (services.getJsonObject(i).getString("id").equals(id)) {
        return services.getJsonObject(i);
      }
    }
    throw new AssertionError("no " + id);
  }

  @Test
  void searchOfTheContract() throws Exception {
    JsonArray services =
        services(
            post(
                "/v1/services/search",
                "",
                """
                {"postcode":"59000","language":"ar","need":"urn:service:counseling",
                 "public":["woman","with-children"],"channel":"phone",
                 "at":"2027-01-01T03:00:00+01:00"}\
                """));
    assertThat(services.getJsonObject(0).getString("id")).isEqualTo("fr-3919");
    JsonObject closed = find(services, "sample-fr-59-01");
    assertThat(closed.getBoolean("open")).isFalse();
    assertThat(closed.getString("nextOpening")).isEqualTo("2027-01-04T09:00:00+01:00");
    assertThat(closed.containsKey("distanceKm")).isTrue();
  }

  @Test
  void aTownByNameIsToldAsItWasUnderstoodAndOnlyTheBestAreAnswered() throws Exception {
    HttpResponse<String> answer =
        post(
            "/v1/services/search",
            "",
            """
            {"commune":"Lile","language":"fr","limit":1,"at":"2026-11-24T10:00:00+01:00"}\
            """);
    assertThat(services(answer)).hasSize(1);
    JsonObject json = new JsonObject(answer.body());
    assertThat(json.getJsonObject("commune").getString("name")).isEqualTo("Lille");
    assertThat(json.getJsonArray("passedOver")).isEmpty();
  }

  @Test
  void whoWasPassedOverIsToldWhereItIsAsked() throws Exception {
    HttpResponse<String> answer =
        post(
            "/v1/services/search",
            "",
            """
            {"postcode":"59000","language":"ar","explain":true,"kinds":["prosecutor"],
             "wishes":{"openNow":true}}\
            """);
    assertThat(services(answer)).isEmpty();
    JsonObject json = new JsonObject(answer.body());
    assertThat(json.getInteger("passedOverCount")).isPositive();
    assertThat(find(json.getJsonArray("passedOver"), "fr-3919").getJsonArray("reasons").encode())
        .contains("kind");
  }

  @Test
  void listByPostcodeNeedsNoToken() throws Exception {
    JsonArray services = services(send(request("/v1/services?postcode=94700&language=fr").GET()));
    assertThat(find(services, "sample-fr-94-01").getString("name")).contains("(sample)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"postcode\":\"59000\"} | /language",
        "{\"language\":\"!\"} | /language",
        "{\"language\":\"fr\",\"postcode\":\"5900A\"} | /postcode",
        "{\"language\":\"fr\",\"position\":{\"lat\":91,\"lon\":0}} | /position",
        "{\"language\":\"fr\",\"public\":[\"woman\",\"cat\"]} | /public/1",
        "{\"language\":\"fr\",\"channel\":\"pigeon\"} | /channel",
        "{\"language\":\"fr\",\"at\":\"tomorrow\"} | /at",
        "{\"language\":\"fr\",\"need\":\"help\"} | /need",
        "{\"language\":\"fr\",\"commune\":\"Nowhere at all\"} | /commune",
        "{\"language\":\"fr\",\"commune\":7} | /commune",
        "{\"language\":\"fr\",\"kinds\":[\"pub\"]} | /kinds/0",
        "{\"language\":\"fr\",\"limit\":101} | /limit",
        "{\"language\":\"fr\",\"limit\":\"5\"} | /limit",
        "{\"language\":\"fr\",\"explain\":\"yes\"} | /explain",
        "{\"language\":\"fr\",\"wishes\":[]} | /wishes",
        "{\"language\":\"fr\",\"wishes\":{\"listener\":\"cat\"}} | /wishes/listener",
        "{\"language\":\"fr\",\"wishes\":{\"free\":1}} | /wishes/free",
      })
  void whatCannotBeUsedIsNamed(String body, String pointer) throws Exception {
    HttpResponse<String> answer = post("/v1/services/search", "", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonArray errors = new JsonObject(answer.body()).getJsonArray("errors");
    assertThat(errors.getJsonObject(0).getString("pointer")).isEqualTo(pointer);
  }

  @Test
  void whatIfOfTheContract() throws Exception {
    HttpResponse<String> answer =
        post(
            "/v1/route",
            "operator",
            """
            {"line":"3919","postcode":"59000","language":"ar","danger":"none",
             "wish":"person-first","at":"2027-01-01T03:00:00+01:00"}\
            """);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonArray steps = new JsonObject(answer.body()).getJsonArray("steps");
    assertThat(steps.getJsonObject(0).getString("do")).isEqualTo("offer");
    assertThat(steps.getJsonObject(0).getInteger("forS")).isEqualTo(60);
    assertThat(steps.getJsonObject(0).getBoolean("possible")).isFalse();
    assertThat(steps.getJsonObject(1).getString("to")).isEqualTo("fr-3919");
    assertThat(steps.getJsonObject(2).getString("do")).isEqualTo("announce");
    assertThat(steps.getJsonObject(3).getString("to")).isEqualTo("fallback");
  }

  @Test
  void whatIfNowCountsWhoIsHere() throws Exception {
    lane.switchboard().phone(OPERATOR.id(), PhoneState.IDLE);
    HttpResponse<String> answer =
        post("/v1/route", "coordinator", "{\"line\":\"3919\",\"language\":\"fr\"}");
    JsonObject offer = new JsonObject(answer.body()).getJsonArray("steps").getJsonObject(0);
    assertThat(offer.getBoolean("possible")).isTrue();
    assertThat(lane.health()).isEqualTo("0 waiting; free for calls 1, for chats 0");
    assertThat(offer.getJsonArray("reasons").getJsonObject(0).getString("text"))
        .isEqualTo("Operators who speak French: 1 on shift");
  }

  @ParameterizedTest
  @CsvSource({"dispatcher", "app", "registrar", "admin", "oversight"})
  void whatIfIsNotForOthers(String role) throws Exception {
    assertThat(post("/v1/route", role, "{\"line\":\"3919\"}").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIfNeedsATokenAndALine() throws Exception {
    assertThat(post("/v1/route", "", "{\"line\":\"3919\"}").statusCode()).isEqualTo(401);
    assertThat(post("/v1/route", "operator", "{}").statusCode()).isEqualTo(400);
    assertThat(post("/v1/route", "operator", "[]").statusCode()).isEqualTo(400);
  }

  @Test
  void decisionsOfAContactNameWhoWasPassedOver() throws Exception {
    lane.switchboard().phone(OPERATOR.id(), PhoneState.IDLE);
    lane.switchboard().enter(People.call(1, NOW));
    String path = "/v1/contacts/" + People.id(1) + "/decisions";
    HttpResponse<String> answer = send(request(path).header("authorization", "Bearer supervisor"));
    assertThat(answer.body()).contains("\"offered\"", "operator-1", "\"plan\"");
    HttpResponse<String> unknown =
        send(
            request("/v1/contacts/" + People.id(2) + "/decisions")
                .header("authorization", "Bearer supervisor"));
    assertThat(unknown.statusCode()).isEqualTo(404);
  }
}
