package org.ariane.ops.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ariane.ops.bench.Workbench;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.wiring.Description.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds `openapi.yaml` against the server that runs: the same routes, methods and roles here and
/// there, and answers as described. Needs a `redis-server`: without one it is skipped, in CI it
/// fails.
class OpenApiIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int UNUSED_SIP_PORT = 5060;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Optional<Workbench> bench = Optional.empty();
  private static Optional<Server> server = Optional.empty();
  private static String url = "";

  private final Description description = new Description(OpenApi.document());

  private record Answer(int status, String contentType, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    if (Workbench.missing().isPresent()) {
      Assumptions.assumeTrue("1".equals(System.getenv("ARIANE_CI")), Workbench.missing().get());
      throw new IllegalStateException(Workbench.missing().get());
    }
    Workbench on = Workbench.open(ROOT);
    bench = Optional.of(on);
    int port = Workbench.freePort();
    url = "http://127.0.0.1:" + port;
    server = Optional.of(Server.start(on.deployment(), on.data(), port, UNUSED_SIP_PORT, false));
  }

  @AfterAll
  static void stop() {
    server.ifPresent(Server::close);
    bench.ifPresent(Workbench::close);
  }

  @Test
  void everyRouteIsDescribedAndEveryDescribedRouteIsServed() {
    Server running = server.orElseThrow();
    List<Route> served =
        Stream.concat(
                running.endpoints().stream().map(Route::of),
                running.sockets().stream().map(Route::of))
            .toList();
    assertThat(description.routes()).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void pagesProbesAndMetricsAreServedAsDescribed() throws Exception {
    assertThat(description.besideTheTable()).contains("/chat", "/metrics", "/health/ready");
    for (String path : description.besideTheTable()) {
      assertThat(send("GET", path, "", "").status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void anAlarmAndWhatBecomesOfItAreAnsweredAsDescribed() throws Exception {
    String alarm = raise();
    check("GET", "/v1/alarms/{alarmId}", "/v1/alarms/" + alarm, "app-1", 200);
    await()
        .atMost(SOON)
        .until(() -> send("GET", "/v1/incidents", "dispatcher-1", "").body().contains(alarm));
    JsonObject listed = check("GET", "/v1/incidents", "/v1/incidents", "dispatcher-1", 200).json();
    String id = listed.getJsonArray("incidents").getJsonObject(0).getString("id");
    check("GET", "/v1/incidents/{id}", "/v1/incidents/" + id, "dispatcher-1", 200);
    String route = "/v1/incidents/{id}/acknowledgement";
    JsonObject taken = new JsonObject().put("status", "accepted");
    post(route, route.replace("{id}", id), "dispatcher-1", taken, 200);
    post(route, route.replace("{id}", id), "dispatcher-2", taken, 409);
    String number = "/v1/incidents/{id}/number";
    JsonObject locate = new JsonObject().put("reason", "locate");
    post(number, number.replace("{id}", id), "dispatcher-1", locate, 409);
    post(number, number.replace("{id}", id), "dispatcher-1", new JsonObject(), 400);
  }

  @Test
  void whatAConsoleAsksForIsAnsweredAsDescribed() throws Exception {
    check("GET", "/v1/dispatch/standing", "/v1/dispatch/standing", "dispatcher-1", 200);
    String outline = "/v1/zones/{id}/outline";
    check("GET", outline, "/v1/zones/fr-94-maisons-alfort/outline", "dispatcher-1", 200);
    check("GET", outline, "/v1/zones/nowhere/outline", "dispatcher-1", 404);
    check("GET", "/v1/outcomes", "/v1/outcomes", "operator-1", 200);
  }

  @Test
  void ordersAssessmentsAndDecisionsAreAnsweredAsDescribed() throws Exception {
    String alarm = raise();
    await()
        .atMost(SOON)
        .until(() -> send("GET", "/v1/incidents", "dispatcher-1", "").body().contains(alarm));
    JsonObject listed = check("GET", "/v1/incidents", "/v1/incidents", "dispatcher-1", 200).json();
    String id = listed.getJsonArray("incidents").getJsonObject(0).getString("id");
    String incident = "/v1/incidents/" + id;
    JsonObject told =
        new JsonObject().put("kind", "contact-ban").put("court", "TJ").put("until", "2099-03-01");
    String orders = "/v1/incidents/{id}/orders";
    post(orders, incident + "/orders", "dispatcher-1", told, 201);
    post(orders, incident + "/orders", "dispatcher-1", new JsonObject(), 400);
    JsonObject answers = new JsonObject().put("answers", new JsonObject().put("firearms", "yes"));
    String assessment = "/v1/incidents/{id}/assessment";
    post(assessment, incident + "/assessment", "dispatcher-1", answers, 201);
    check("GET", "/v1/incidents/{id}", incident, "dispatcher-1", 200);
    String decisions = "/v1/incidents/{id}/decisions";
    check("GET", decisions, incident + "/decisions", "dispatcher-1", 200);
    check("GET", "/v1/decisions", "/v1/decisions?incident=" + id, "coordinator-1", 200);
    check("GET", "/v1/danger-assessment", "/v1/danger-assessment", "operator-1", 200);
    JsonObject order =
        told.copy()
            .put("zone", "fr-94-maisons-alfort")
            .put("subject", new JsonObject().put("phone", "+33612345678"));
    post("/v1/orders", "/v1/orders", "operator-1", order, 201);
    JsonObject phone = new JsonObject().put("phone", "+33612345678");
    post("/v1/orders/search", "/v1/orders/search", "registrar-1", phone, 200);
    String contact = "/v1/contacts/{id}/assessment";
    post(contact, "/v1/contacts/nobody/assessment", "operator-1", answers, 404);
  }

  @Test
  void cancellationsAndNewerPositionsAreAnsweredAsDescribed() throws Exception {
    String alarm = raise();
    post(
        "/v1/alarms/{alarmId}/locations",
        "/v1/alarms/" + alarm + "/locations",
        "app-1",
        new JsonObject().put("position", new JsonObject().put("lat", 48.8066).put("lon", 2.4381)),
        202);
    post(
        "/v1/alarms/{alarmId}/cancellation",
        "/v1/alarms/" + alarm + "/cancellation",
        "app-1",
        new JsonObject().put("at", Instant.now().toString()),
        202);
    check("GET", "/v1/incidents", "/v1/incidents", "dispatcher-1", 200);
  }

  @Test
  void theOtherDoorsOfAnAlarmAreAnsweredAsDescribed() throws Exception {
    JsonObject text =
        new JsonObject()
            .put("from", "unknown")
            .put("text", "A\"ML=1;lt=+48.80650;lg=+2.43800;pm=G;zz=1");
    post("/v1/alarms/aml", "/v1/alarms/aml", "app-1", text, 202);
    JsonObject address =
        new JsonObject().put("postcode", "94700").put("text", "12 rue des Tilleuls");
    JsonObject pressed =
        new JsonObject()
            .put("id", UUID.randomUUID().toString())
            .put("raisedAt", Instant.now().toString())
            .put("trigger", "button")
            .put("exercise", true)
            .put("address", address);
    String alarm =
        post("/v1/desk/alarms", "/v1/desk/alarms", "operator-1", pressed, 202)
            .json()
            .getString("alarmId");
    String route = "/v1/desk/alarms/{alarmId}";
    check("GET", route, route.replace("{alarmId}", alarm), "operator-1", 200);
    check("GET", route, route.replace("{alarmId}", alarm), "supervisor-1", 404);
    JsonObject due = new JsonObject().put("dueAt", Instant.now().plusSeconds(3_600).toString());
    String watched = "/v1/check-ins/{id}";
    post(watched, "/v1/check-ins/evening", "app-1", due, 202);
    post(watched, "/v1/check-ins/evening", "app-1", new JsonObject(), 400);
    post(watched, "/v1/check-ins/evening", "app-2", due, 409);
    post(watched + "/ok", "/v1/check-ins/evening/ok", "app-1", new JsonObject(), 200);
    check("DELETE", watched, "/v1/check-ins/evening", "app-1", 200);
    check("DELETE", watched, "/v1/check-ins/never", "app-1", 404);
    check("GET", "/v1/incidents", "/v1/incidents", "dispatcher-1", 200);
  }

  @Test
  void servicesAreAnsweredAsDescribed() throws Exception {
    check("GET", "/v1/services", "/v1/services?postcode=94700&language=fr", "", 200);
    JsonObject search = new JsonObject().put("postcode", "59000").put("language", "ar");
    post("/v1/services/search", "/v1/services/search", "", search, 200);
    JsonObject nobody = new JsonObject().put("postcode", "59000");
    post("/v1/services/search", "/v1/services/search", "", nobody, 400);
  }

  @Test
  void referralsAreAnsweredAsDescribed() throws Exception {
    JsonObject referral =
        new JsonObject()
            .put("request", "request-of-a-test")
            .put("service", "sample-fr-94-01")
            .put("sheAgreed", true)
            .put("agreed", new JsonObject().put("need", "a bed"));
    String all = "/v1/referrals";
    await().atMost(SOON).until(() -> send("GET", all, "referrer-1", "").status() == 200);
    String id = post(all, all, "referrer-1", referral, 201).json().getString("id");
    post(all, all, "referrer-1", new JsonObject(), 400);
    check("GET", all, all, "referrer-1", 200);
    check("GET", all + "/desk", all + "/desk", "operator-2", 200);
    String answer = all + "/{id}/answer";
    JsonObject accepted = new JsonObject().put("outcome", "accepted");
    post(answer, answer.replace("{id}", id), "operator-1", accepted, 404);
    post(answer, answer.replace("{id}", id), "operator-2", new JsonObject(), 400);
    post(answer, answer.replace("{id}", id), "operator-2", accepted, 200);
    JsonObject full = new JsonObject().put("outcome", "no-place");
    post(answer, answer.replace("{id}", id), "operator-2", full, 409);
    check("GET", all + "/desk", all + "/desk", "operator-2", 200);
    check("DELETE", all + "/{id}", all + "/" + id, "registrar-1", 404);
    check("DELETE", all + "/{id}", all + "/" + id, "referrer-1", 200);
  }

  @Test
  void freePlacesAreAnsweredAsDescribed() throws Exception {
    String route = "/v1/services/{id}/places";
    String path = "/v1/services/sample-fr-59-02/places";
    check("GET", route, path, "service-1", 200);
    String word = new JsonObject().put("free", 2).encode();
    check("PUT", route, "service-1", send("PUT", path, "service-1", word), 200);
    String ask = new JsonObject().put("free", "ask").encode();
    check("PUT", route, "service-1", send("PUT", path, "service-1", ask), 200);
    check("PUT", route, "service-1", send("PUT", path, "service-1", "{}"), 400);
    check(
        "PUT",
        route,
        "service-1",
        send("PUT", path.replace("59-02", "59-01"), "service-1", word),
        404);
    JsonObject search = new JsonObject().put("postcode", "59000").put("language", "fr");
    post("/v1/services/search", "/v1/services/search", "", search, 200);
    String link = route + "/link";
    JsonObject made = post(link, path + "/link", "coordinator-1", new JsonObject(), 201).json();
    check("GET", "/places/{link}", made.getString("path"), "", 200);
    check("GET", "/places/{link}", "/places/nothing", "", 404);
    check("GET", "/v1/places", "/v1/places", "coordinator-1", 200);
    check("DELETE", link, path + "/link", "coordinator-1", 200);
    check("GET", "/places/{link}", made.getString("path"), "", 410);
    post("/places", "/places", "", new JsonObject(), 404);
    check("GET", "/v1/places", "/v1/places", "coordinator-1", 200);
  }

  @Test
  void pagesOfTheDirectoryAreAnsweredAsDescribed() throws Exception {
    check("GET", "/directory", "/directory?lang=nl", "", 200);
    check("GET", "/directory/booklet/{zone}", "/directory/booklet/fr-94?lang=ar", "", 200);
    check("GET", "/directory/booklet/{zone}", "/directory/booklet/nowhere", "", 404);
  }

  @Test
  void plansAndDecisionsAreAnsweredAsDescribed() throws Exception {
    JsonObject contact =
        new JsonObject().put("line", "3919").put("postcode", "59000").put("language", "ar");
    post("/v1/route", "/v1/route", "operator-1", contact, 200);
    post("/v1/route", "/v1/route", "coordinator-1", contact.put("danger", "alerted"), 200);
    check("GET", "/v1/contacts/{id}/decisions", "/v1/contacts/nobody/decisions", "operator-1", 404);
  }

  @Test
  void trialsOfPoliciesAreAnsweredAsDescribed() throws Exception {
    String trial = "/v1/policies/trial";
    String text =
        """
        policy-version: trial
        policies: [{id: only, steps: [{ring: line}, {offer: line}]}]
        """;
    JsonObject body = new JsonObject().put("policies", text);
    check("GET", "/v1/policies", "/v1/policies", "coordinator-1", 200);
    post(trial, trial, "coordinator-1", body, 200);
    post(trial, trial, "coordinator-1", body.copy().put("policies", "policies: nonsense"), 200);
    post(trial, trial, "coordinator-1", new JsonObject(), 400);
  }

  @Test
  void changesOfTheDirectoryAreAnsweredAsDescribed() throws Exception {
    String service = "/v1/directory/services/{id}";
    String lille = "/v1/directory/services/sample-fr-59-01";
    String list = "/v1/directory/services";
    check("GET", list, list + "?q=lille", "coordinator-1", 200);
    check("GET", "/v1/directory/choices", "/v1/directory/choices", "coordinator-1", 200);
    JsonObject entry =
        check("GET", service, lille, "coordinator-1", 200).json().getJsonObject("entry");
    check("GET", service, list + "/nobody-here", "coordinator-1", 404);
    JsonObject hours = new JsonObject().put("hours", "Mo-Fr 09:00-17:00; PH off");
    post("/v1/directory/hours", "/v1/directory/hours", "coordinator-1", hours, 200);
    JsonObject nonsense = new JsonObject().put("hours", "all day");
    post("/v1/directory/hours", "/v1/directory/hours", "coordinator-1", nonsense, 200);
    JsonObject change = new JsonObject().put("entry", entry.copy().put("name", "Renamed"));
    JsonObject question = new JsonObject().put("postcode", "59000").put("language", "fr");
    String preview = service + "/preview";
    post(
        preview, lille + "/preview", "coordinator-1", change.copy().put("question", question), 200);
    JsonObject wrong = new JsonObject().put("entry", entry.copy().put("kind", "x"));
    post(preview, lille + "/preview", "coordinator-1", wrong, 200);
    post(preview, lille + "/preview", "coordinator-1", new JsonObject(), 400);
    String amend = service + "/amendments";
    JsonObject wish = change.copy().put("basedOn", 0).put("reason", "a test");
    post(amend, lille + "/amendments", "coordinator-1", wish, 201);
    post(amend, lille + "/amendments", "coordinator-1", wish, 409);
    post(amend, lille + "/amendments", "coordinator-1", wrong.put("basedOn", 1), 400);
    check("GET", service, lille, "coordinator-1", 200);
    String all = "/v1/directory/amendments";
    check("GET", all, all, "coordinator-1", 200);
    JsonObject back = new JsonObject().put("undo", 1).put("basedOn", 1).put("reason", "undone");
    post(amend, lille + "/amendments", "coordinator-1", back, 201);
  }

  @Test
  void centresAreAnsweredAsDescribed() throws Exception {
    check("GET", "/v1/centres", "/v1/centres", "coordinator-1", 200);
  }

  @Test
  void refusalsAreAnsweredAsDescribed() throws Exception {
    post("/v1/alarms", "/v1/alarms", "", new JsonObject(), 401);
    post("/v1/alarms", "/v1/alarms", "dispatcher-1", new JsonObject(), 403);
    check("GET", "/v1/alarms/{alarmId}", "/v1/alarms/nothing", "app-1", 404);
  }

  private String raise() throws Exception {
    String now = Instant.now().toString();
    JsonObject alarm =
        new JsonObject()
            .put("id", UUID.randomUUID().toString())
            .put("raisedAt", now)
            .put("trigger", "button")
            .put("position", new JsonObject().put("lat", 48.8065).put("lon", 2.438).put("at", now))
            .put("address", new JsonObject().put("postcode", "94700").put("country", "FR"))
            .put("language", "ar")
            .put("note", "a made-up note")
            .put("canTalk", "perhaps")
            .put("exercise", true);
    return post("/v1/alarms", "/v1/alarms", "app-1", alarm, 202).json().getString("alarmId");
  }

  private Answer post(String route, String path, String account, JsonObject body, int status)
      throws Exception {
    return check("POST", route, account, send("POST", path, account, body.encode()), status);
  }

  private Answer check(String method, String route, String path, String account, int status)
      throws Exception {
    return check(method, route, account, send(method, path, account, ""), status);
  }

  private Answer check(String method, String route, String account, Answer answer, int status) {
    assertThat(answer.status()).as("%s %s as '%s'", method, route, account).isEqualTo(status);
    assertThat(description.faults(method, route, status, answer.contentType(), answer.body()))
        .as("%s %s, answered %s", method, route, answer.body())
        .isEmpty();
    return answer;
  }

  private static Answer send(String method, String path, String account, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(SOON)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (!account.isEmpty()) {
      Path credentials = bench.orElseThrow().data().credentials();
      request.header("authorization", "Bearer " + Credentials.read(credentials).tokenOf(account));
    }
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        response.body());
  }
}
