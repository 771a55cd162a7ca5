package org.ariane.ops.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.ivr.telephony.Asterisk;
import org.ariane.ivr.telephony.NeedsTelephony;
import org.ariane.ivr.telephony.Ports;
import org.ariane.ivr.telephony.Script;
import org.ariane.ivr.telephony.Sipp;
import org.ariane.ops.bench.Workbench;
import org.ariane.ops.config.Credentials;
import org.ariane.ops.config.Deployment;
import org.ariane.ops.config.RuntimePorts;
import org.ariane.ops.config.SwitchSettings;
import org.ariane.ops.journey.Api;
import org.ariane.router.access.PrincipalId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What an operator is shown of a caller, a call-back that was agreed in the talk, and a silent
/// call that was foreseen: the whole server around a real switch.
@ExtendWith(NeedsTelephony.class)
class DiscretionIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofMinutes(2);
  private static final String HERS = "+33612345678";
  private static final int TRUNK = Ports.udp();

  private static Workbench bench;
  private static Asterisk asterisk;
  private static Server server;
  private static JsonObject credentials;
  private static String url = "";

  @BeforeAll
  static void start() throws Exception {
    bench = Workbench.open(ROOT);
    Path file = bench.data().root().resolve("discretion.yaml");
    Files.writeString(file, "telephony:\n  trunk: 127.0.0.1:" + TRUNK + "\n");
    Deployment deployment =
        Deployment.read(Optional.of(file), ROOT) instanceof Deployment.Result.Valid(var valid)
            ? valid
            : bench.deployment();
    int sipPort = Ports.udp();
    AsteriskSettings settings =
        SwitchSettings.of(
                deployment,
                bench.keys(),
                RuntimePorts.read(bench.data().runtime()),
                Credentials.read(bench.data().credentials()),
                sipPort)
            .getFirst();
    asterisk = Asterisk.start(settings);
    int port = Workbench.freePort();
    url = "http://127.0.0.1:" + port;
    server = Server.start(deployment, bench.data(), port, sipPort, true);
    credentials = new JsonObject(Files.readString(bench.data().credentials()));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (asterisk != null) {
      asterisk.close();
    }
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void whatIsKnownIsShownToTheOperatorAloneAndWhatSheAgreedIsDoneOnce() {
    int phone = Ports.udp();
    register(phone);
    String incident = raisedByApp();
    try (DeskEars desk = DeskEars.open(url, token("operator-1"));
        DeskEars other = DeskEars.open(url, token("operator-2"))) {
      Sipp operator =
          Sipp.phone(
              phone,
              Script.phone().after(second()).keys("1").after(Duration.ofSeconds(20)).hangsUp());
      Sipp caller = call(Script.caller(), "1", "2", "94700#", "", "2", "1");
      await().atMost(END).until(() -> keys(desk).endsWith("94700#21"));
      JsonObject alarm = desk.latest("known-alarm").orElseThrow().getJsonObject("alarm");
      assertThat(alarm.getString("incident")).isEqualTo(incident);
      assertThat(alarm.getString("place")).contains("Maisons-Alfort");
      assertThat(alarm.getJsonObject("position").getDouble("accuracyM")).isEqualTo(35);
      String contact = desk.latest("keys").orElseThrow().getString("contact");

      String callback = agreeOn(contact);
      registerInstruction(contact);
      endsWell(operator);
      endsWell(caller);
      assertThat(other.latest("keys")).isEmpty();
      assertThat(other.latest("known-alarm")).isEmpty();

      calledBackOnce(desk, phone, callback);
      silentAsForeseen(desk, phone, incident);
      assertThat(asterisk.log()).doesNotContain(HERS.substring(1), "94700", "tilleul");
    }
  }

  private static String agreeOn(String contact) {
    JsonObject agreement =
        new JsonObject()
            .put("contact", contact)
            .put("whom", "Sophie")
            .put("codeWord", "tilleul")
            .put("ifSomeoneElse", "Pardon, je me suis trompée de numéro.")
            .put("language", "fr")
            .put("agreed", true)
            .put(
                "hours",
                new JsonObject()
                    .put("zone", "Europe/Paris")
                    .put("windows", new JsonArray().add(allDay("00:00", "23:59:59.999"))));
    assertThat(as("operator-1").post("/v1/callbacks", agreement).status()).isEqualTo(400);
    agreement.put("warnedOfCallLog", true);
    assertThat(as("operator-2").post("/v1/callbacks", agreement).status()).isEqualTo(404);
    var noted = as("operator-1").post("/v1/callbacks", agreement);
    assertThat(noted.status()).as(noted.text()).isEqualTo(201);
    assertThat(noted.text()).doesNotContain("12345678");
    return noted.json().getString("id");
  }

  private static JsonObject allDay(String from, String until) {
    return new JsonObject()
        .put(
            "days",
            new JsonArray(
                List.of(
                    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")))
        .put("from", from)
        .put("until", until);
  }

  private static void registerInstruction(String contact) {
    var registered =
        as("operator-1")
            .post(
                "/v1/silent-instructions",
                new JsonObject()
                    .put("contact", contact)
                    .put("agreed", true)
                    .put(
                        "reviewBy", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(90).toString())
                    .put(
                        "address", new JsonObject().put("postcode", "94700").put("country", "FR")));
    assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    assertThat(registered.text()).doesNotContain("12345678", "94700");
  }

  private static void calledBackOnce(DeskEars desk, int phone, String callback) {
    await().atMost(SOON).until(() -> desk.latest("callback-due").isPresent());
    assertThat(as("operator-1").get("/v1/callbacks").text())
        .contains(callback, "tilleul")
        .doesNotContain("12345678");
    assertThat(as("supervisor-1").get("/v1/callbacks/counts").json().getInteger("due"))
        .isEqualTo(1);
    Sipp operator = Sipp.phone(phone, Script.phone().after(second()).keys("1"));
    Sipp hers = Sipp.phone(TRUNK, Script.phone().after(Duration.ofSeconds(2)).hangsUp());

    String start = "/v1/callbacks/" + callback + "/start";
    assertThat(as("operator-1").send("POST", start, "{}").status()).isEqualTo(202);

    endsWell(hers);
    endsWell(operator);
    assertThat(hers.messages()).contains("INVITE sip:" + HERS + "@").doesNotContain("3919");
    assertThat(operator.messages()).doesNotContain("12345678");
    assertThat(as("operator-1").get("/v1/callbacks").json().getJsonArray("callbacks")).isEmpty();
    assertThat(as("operator-1").send("POST", start, "{}").status()).isEqualTo(404);
    await()
        .atMost(SOON)
        .until(() ->
            new Api(url, "")
                .get("/metrics")
                .text()
                .contains("ariane_callbacks_total{outcome=\"answered\"} 1"));
  }

  private static void silentAsForeseen(DeskEars desk, int phone, String incident) {
    Sipp operator =
        Sipp.phone(
            phone,
            Script.phone().after(second()).keys("1").after(second()).after(second()).hangsUp());
    Sipp caller = Sipp.call(sipPort(), "3919", Script.caller());
    await().atMost(END).until(() -> desk.latest("alarmed-by-silence").isPresent());
    endsWell(operator);
    endsWell(caller);
    JsonObject now = as("dispatcher-1").get("/v1/incidents/" + incident).json();
    assertThat(now.getJsonArray("alarms")).hasSize(2);
  }

  private static String raisedByApp() {
    var answer =
        as("app-1")
            .post(
                "/v1/alarms",
                new JsonObject()
                    .put("id", UUID.randomUUID().toString())
                    .put("raisedAt", Instant.now().toString())
                    .put("trigger", "button")
                    .put("phone", HERS)
                    .put(
                        "position",
                        new JsonObject()
                            .put("lat", 48.8065)
                            .put("lon", 2.438)
                            .put("accuracyM", 35)
                            .put("at", Instant.now().toString())));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json().getString("incidentId");
  }

  private static void register(int phone) {
    JsonObject login = credentials.getJsonObject("sip").getJsonObject("operator-1");
    Sipp.register(sipPort(), login.getString("user"), login.getString("password"), phone);
  }

  /// An empty key is a longer pause: she is talking by then.
  private static Sipp call(Script script, String... keys) {
    for (String key : keys) {
      if (key.isEmpty()) {
        script.after(Duration.ofSeconds(9));
      } else {
        script.after(Duration.ofMillis(1_700)).keys(key);
      }
    }
    return Sipp.call(sipPort(), "3919", script);
  }

  private static String keys(DeskEars desk) {
    StringBuilder text = new StringBuilder();
    desk.latest("keys")
        .map(frame -> frame.getJsonArray("keys"))
        .orElse(new JsonArray())
        .forEach(key -> text.append(((JsonObject) key).getString("key")));
    return text.toString();
  }

  private static int sipPort() {
    return asterisk.settings().sipPort();
  }

  private static Duration second() {
    return Duration.ofSeconds(1);
  }

  private static Api as(String account) {
    return new Api(url, token(account));
  }

  private static String token(String account) {
    return credentials.getJsonObject("tokens").getString(new PrincipalId(account).value());
  }

  private static void endsWell(Sipp call) {
    assertThat(call.endsWell(END)).as(call::errors).isTrue();
  }
}
