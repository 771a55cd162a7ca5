package org.ariane.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.ivr.telephony.NeedsTelephony;
import org.ariane.ivr.telephony.Ports;
import org.ariane.ivr.telephony.Script;
import org.ariane.ivr.telephony.Sipp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Telephone calls through the program as it is started, also while its server is killed with
/// `KILL` or frozen with `STOP`: nobody is dropped, a human comes on.
@ExtendWith(NeedsTelephony.class)
class CallJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(90);
  private static final Duration TALK = Duration.ofSeconds(4);
  private static int trunk;
  private static int emergency;
  private static RunningAriane ariane;

  @RegisterExtension
  final TestExecutionExceptionHandler tellsTheLog =
      (context, failure) -> {
        System.err.println(ariane.log());
        throw failure;
      };

  private final List<Sipp> telephones = new ArrayList<>();
  private int operatorPhone;

  @BeforeAll
  static void start() {
    trunk = Ports.udp();
    emergency = Ports.udp();
    ariane =
        RunningAriane.withTelephony(
            """
            telephony:
              trunk: 127.0.0.1:%d
              emergency-trunk: 127.0.0.1:%d
              fallback-number: "+33199000099"
            """
                .formatted(trunk, emergency));
  }

  @AfterAll
  static void stop() {
    if (ariane != null) {
      ariane.close();
    }
  }

  @BeforeEach
  void register() {
    ready();
    operatorPhone = Ports.udp();
    JsonObject login = ariane.credentials().getJsonObject("sip").getJsonObject("operator-1");
    Sipp.register(
        ariane.sipPort(), login.getString("user"), login.getString("password"), operatorPhone);
  }

  @AfterEach
  void hangUp() {
    telephones.forEach(Sipp::close);
    JsonObject login = ariane.credentials().getJsonObject("sip").getJsonObject("operator-1");
    Sipp.unregister(
        ariane.sipPort(), login.getString("user"), login.getString("password"), operatorPhone);
  }

  @Test
  void reachesAnOperatorAndBothAreHeard() {
    double heardBefore = packets("received");
    double saidBefore = packets("sent");
    Sipp operator = operator(presses("1").speaks().after(TALK).hangsUp());
    Sipp caller = call(choosing("1", "2", "94700#").after(Duration.ofSeconds(6)).speaks());

    endsWell(operator);
    endsWell(caller);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(packets("received")).isGreaterThan(heardBefore + 50);
          assertThat(packets("sent")).isGreaterThan(saidBefore + 50);
        });
  }

  @Test
  void keyOneRaisesAnAlarmAndJoinsOperatorAndPolice() {
    Sipp operator = operator(presses("1").after(Duration.ofSeconds(10)).hangsUp());
    Sipp police =
        telephone(Sipp.phone(emergency, Script.phone().after(Duration.ofSeconds(10)).hangsUp()));
    Sipp caller = call(choosing("1", "1", "94700#"));

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(openIncidents()).contains("\"fr-94-maisons-alfort\""));
    endsWell(operator);
    endsWell(police);
    endsWell(caller);
    assertThat(police.messages()).contains("INVITE sip:+33199009470@");
  }

  /// Apps like ONO alarm and call at once.
  @Test
  void alarmOfAnAppAndCallOfTheSamePhoneAreOneIncident() {
    String incident = raisedByApp("+33199000701");
    Sipp caller = callFrom("\"x\" <sip:+33199000701@[local_ip]:[local_port]>");
    await().atMost(SOON).until(() -> alarmsOf(incident) == 2);
    endsWell(caller);
  }

  @Test
  void callWithAWithheldNumberIsAnIncidentOfItsOwn() {
    String incident = raisedByApp("+33199000702");
    int before = incidents();
    Sipp caller = callFrom("\"Anonymous\" <sip:anonymous@anonymous.invalid>");
    await().atMost(SOON).until(() -> incidents() == before + 1);
    assertThat(alarmsOf(incident)).isEqualTo(1);
    endsWell(caller);
  }

  @Test
  void killedDuringTheMenuAHumanComesOn() {
    Sipp operator = operator(presses("1").after(TALK).hangsUp());
    Sipp caller = call(choosing("1").after(Duration.ofSeconds(4)).keys("2"));
    await().atMost(SOON).until(() -> counted("ariane_calls_total", "line=\"3919\"") > 0);
    ariane.kill("server");

    endsWell(operator);
    endsWell(caller);
  }

  @Test
  void killedDuringATalkTheTalkGoesOn() {
    Sipp operator = operator(presses("1").after(Duration.ofSeconds(8)).hangsUp());
    double acceptedBefore = accepted();
    Sipp caller = call(choosing("1", "2", "94700#"));
    await().atMost(SOON).until(() -> accepted() > acceptedBefore);
    ariane.kill("server");

    endsWell(operator);
    endsWell(caller);
    assertThat(operator.messages()).contains("BYE sip:");
  }

  /// She waits, the operator and the service talk: what was begun is finished on the telephone.
  @Test
  void killedDuringAConsultationSheIsBroughtTogetherWithTheService() {
    Sipp operator =
        operator(
            presses("1")
                .after(Duration.ofSeconds(12))
                .keys("*3")
                .after(Duration.ofSeconds(3))
                .keys("*4"));
    Sipp service =
        telephone(Sipp.phone(trunk, presses("1").after(Duration.ofSeconds(16)).hangsUp()));
    double acceptedBefore = accepted();
    Sipp caller = call(choosing("1", "2", "94700#"));
    await().atMost(SOON).until(() -> accepted() > acceptedBefore);
    String transfer = "/v1/contacts/" + talk() + "/transfer";
    JsonObject shelter =
        new JsonObject()
            .put("kind", "warm")
            .put("to", new JsonObject().put("service", "sample-fr-59-02"));
    assertThat(ariane.as("operator-2").post(transfer, shelter).status()).isEqualTo(404);
    assertThat(ariane.as("supervisor-1").post(transfer, shelter).status()).isEqualTo(404);
    assertThat(
            ariane
                .as("operator-1")
                .post(
                    transfer,
                    new JsonObject()
                        .put("kind", "warm")
                        .put("to", new JsonObject().put("number", "+33199000066")))
                .status())
        .isEqualTo(400);
    assertThat(ariane.as("operator-1").post(transfer, shelter).status()).isEqualTo(202);
    await()
        .atMost(SOON)
        .until(() ->
            "consulting".equals(ariane.as("operator-1").get(transfer).json().getString("state")));
    ariane.kill("server");

    endsWell(operator);
    endsWell(service);
    endsWell(caller);
    assertThat(service.messages())
        .contains("INVITE sip:+33353010002@")
        .doesNotContain("33612345678");
  }

  private static String talk() {
    return ariane
        .as("supervisor-1")
        .get("/v1/desk/talks")
        .json()
        .getJsonArray("talks")
        .getJsonObject(0)
        .getString("contact");
  }

  @Test
  void frozenWhileSheWaitsAHumanComesOn() {
    Sipp busy = operator(presses("2"));
    Sipp caller = call(choosing("1", "2", "94700#"));
    endsWell(busy);
    Sipp operator = operator(presses("1").after(TALK).hangsUp());
    ariane.signal("server", "STOP");
    try {
      endsWell(operator);
      endsWell(caller);
    } finally {
      ariane.signal("server", "CONT");
    }
  }

  private static void ready() {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> ariane.asNobody().get("/health/ready").status() == 200);
  }

  private Sipp operator(Script script) {
    return telephone(Sipp.phone(operatorPhone, script));
  }

  private Sipp call(Script script) {
    return telephone(Sipp.call(ariane.sipPort(), "3919", script));
  }

  private Sipp telephone(Sipp process) {
    telephones.add(process);
    return process;
  }

  /// Key 1, then she hangs up.
  private Sipp callFrom(String from) {
    return telephone(
        Sipp.call(ariane.sipPort(), "3919", choosing("1", "1").after(TALK).hangsUp(), from));
  }

  private static String raisedByApp(String phone) {
    var answer =
        ariane
            .as("app-1")
            .post(
                "/v1/alarms",
                new JsonObject()
                    .put("id", UUID.randomUUID().toString())
                    .put("raisedAt", Instant.now().toString())
                    .put("trigger", "button")
                    .put("phone", phone)
                    .put(
                        "address", new JsonObject().put("postcode", "94700").put("country", "FR")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json().getString("incidentId");
  }

  private static int alarmsOf(String incident) {
    return ariane
        .as("dispatcher-1")
        .get("/v1/incidents/" + incident)
        .json()
        .getJsonArray("alarms")
        .size();
  }

  private static int incidents() {
    return new JsonObject(openIncidents()).getJsonArray("incidents").size();
  }

  private static Script choosing(String... keys) {
    Script script = Script.caller();
    for (String key : keys) {
      script.after(Duration.ofMillis(1_700)).keys(key);
    }
    return script;
  }

  private static Script presses(String key) {
    return Script.phone().after(Duration.ofSeconds(1)).keys(key);
  }

  private static void endsWell(Sipp call) {
    assertThat(call.endsWell(END)).as(() -> call.errors()).isTrue();
  }

  private static String openIncidents() {
    return ariane.as("dispatcher-1").get("/v1/incidents?state=open").text();
  }

  private static double accepted() {
    return counted("ariane_call_offers_total", "outcome=\"accepted\"");
  }

  private static double packets(String direction) {
    return counted(
        "ariane_call_media_packets_total", "direction=\"" + direction + "\",leg=\"caller\"");
  }

  /// A counter of `/metrics`, summed over its other tags; 0 where it does not exist yet.
  private static double counted(String name, String tag) {
    String text = ariane.asNobody().get("/metrics").text();
    Matcher lines =
        Pattern.compile("(?m)^" + name + "\\{[^}]*" + Pattern.quote(tag) + "[^}]*} ([0-9.E]+)$")
            .matcher(text);
    double sum = 0;
    while (lines.find()) {
      sum += Double.parseDouble(lines.group(1));
    }
    return sum;
  }
}
