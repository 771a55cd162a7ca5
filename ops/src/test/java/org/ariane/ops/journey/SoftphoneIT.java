package org.ariane.ops.journey;

import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ariane.ivr.telephony.NeedsTelephony;
import org.ariane.ivr.telephony.Ports;
import org.ariane.ivr.telephony.Script;
import org.ariane.ivr.telephony.Sipp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// An operator answers in her browser: a real Chromium whose microphone beeps, a real switch, and a
/// caller who speaks. What the telephone alone cannot do she does beside it: passes the call on,
/// notes a safe call-back and makes it, has a supervisor's help.
@ExtendWith(NeedsTelephony.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SoftphoneIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(90);
  private static People people;
  private static RunningAriane ariane;
  private static BrowserPhone phone;
  private static int trunk;

  @RegisterExtension
  final TestExecutionExceptionHandler tellsTheLog =
      (context, failure) -> {
        System.err.println(phone.said());
        System.err.println(ariane.log());
        throw failure;
      };

  private final List<Sipp> telephones = new ArrayList<>();

  @BeforeAll
  static void start() {
    people = People.arriveWithVoices();
    trunk = Ports.udp();
    ariane = RunningAriane.withTelephony("telephony: {trunk: '127.0.0.1:%d'}".formatted(trunk));
    phone = BrowserPhone.of("operator-1", ariane, people);
  }

  @AfterAll
  static void stop() {
    if (people != null) {
      people.close();
    }
    if (ariane != null) {
      ariane.close();
    }
  }

  @AfterEach
  void hangUp() {
    telephones.forEach(Sipp::close);
  }

  @Test
  @Order(0)
  void hasNoFaultInAnyLanguageOnASmallScreenInTheDark() {
    phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    phone.hasNoFaultInAnyLanguageOnASmallScreen();
    phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    assertThat(phone.page().title()).doesNotContainIgnoringCase("ariane", "violence");
  }

  @Test
  @Order(1)
  void bothAreHeardAlsoAfterAHold() {
    double heardBefore = phone.packets("operator", "received");
    double saidBefore = phone.packets("operator", "sent");
    Sipp caller = calls();
    phone.accepts();

    phone.hears();
    assertThat(PagesIT.faults(phone.page())).isEmpty();
    phone.there("hold").click();
    phone.is("stage-held");
    phone.hearsNothing();
    // Longer than a lost telephone is waited for.
    phone.page().waitForTimeout(4_500);
    phone.is("stage-held");
    phone.there("hold").click();
    phone.is("stage-talk");
    phone.hears();
    phone.there("key-5").evaluate("key => key.click()");
    phone.hangsUp();

    assertThat(phone.there("phone-last").textContent()).isNotBlank();
    wasHungUpOn(caller);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(phone.packets("operator", "received")).isGreaterThan(heardBefore + 200);
          assertThat(phone.packets("operator", "sent")).isGreaterThan(saidBefore + 30);
        });
    phone.isReadyForTheNext();
  }

  /// What the new server finds at the switch can be passed on like any call.
  @Test
  @Order(2)
  void aServerThatIsKilledCutsNobodyOffAndItsCallCanBePassedOn() {
    Sipp caller = calls();
    phone.accepts();
    phone.hears();
    ariane.kill("server");
    await().atMost(SOON).until(() -> !phone.connected());
    phone.hears();
    await().atMost(END).until(phone::connected);
    phone.hears();
    Sipp service =
        telephone(Sipp.phone(trunk, presses("1").after(Duration.ofSeconds(2)).hangsUp()));
    phone.there("call").waitFor();
    phone.passesOn("blind", "fr-119");

    phone.is("line-ready");
    assertThat(service.endsWell(SOON)).as(service::errors).isTrue();
    wasHungUpOn(caller);
    phone.isReadyForTheNext();
  }

  @Test
  @Order(3)
  void aPageThatGoesInATalkIsATelephoneThatWasLost() {
    Sipp caller = calls();
    phone.accepts();
    phone.hears();
    phone.reloads();

    phone.accepts();
    phone.hears();
    phone.hangsUp();
    wasHungUpOn(caller);
    phone.isReadyForTheNext();
  }

  @Test
  @Order(4)
  void passesTheCallOnWithHelpAndCallsBackAsAgreed() {
    Sipp caller = calls();
    phone.is("stage-ringing");
    assertThat(phone.there("offer").isVisible()).isTrue();
    phone.accepts();
    phone.there("call").waitFor();

    notesASafeCallBack();
    registersWhatHerSilenceMeansAndLiftsIt();
    phone.hasNoFaultInAnyLanguageOnASmallScreen();
    int colleague = registers("operator-2");
    comesBackFromAColleagueWhoDeclines(colleague);
    isHelpedByASupervisorWhoIsAnnounced();
    isPassedOnToAColleagueWhoAccepts(colleague);
    isCalledBackOnceByTheOperatorFirst();
    wasHungUpOn(caller);
  }

  @Test
  @Order(5)
  void declinesByKeyWithoutListening() {
    double before = phone.offers("declined");
    Sipp caller = calls();
    phone.is("stage-ringing");
    phone.page().keyboard().press("2");

    await().atMost(SOON).until(() -> phone.offers("declined") > before);
    assertThat(caller.talks()).isTrue();
  }

  private void notesASafeCallBack() {
    phone.page().keyboard().press("s");
    phone.there("safe-whom").fill("Zoé");
    for (DayOfWeek day : DayOfWeek.values()) {
      phone.there("safe-0-" + day.name().toLowerCase(Locale.ROOT)).check();
    }
    phone.there("safe-0-from").fill("00:00");
    phone.there("safe-0-until").fill("23:59");
    phone.there("safe-code").fill("mimosa");
    phone.there("safe-otherwise").fill("C'est le garage ?");
    phone.there("safe-warned").check();
    phone.there("safe-send").click();
    phone.there("safe-missing").waitFor();
    phone.there("safe-agreed").check();
    phone.there("safe-send").click();
    phone.page().locator("[data-testid=safe-result].good").waitFor();
    phone.there("callback").waitFor();
    assertThat(phone.there("callback").textContent()).contains("Zoé", "mimosa");
    assertThat(phone.page().content()).doesNotContain("612345678");
  }

  /// By keyboard, with her, for a number that she sees nowhere.
  private void registersWhatHerSilenceMeansAndLiftsIt() {
    phone.page().keyboard().press("i");
    phone.there("silence-text").fill("3, rue du Test");
    phone.there("silence-postcode").fill("94700");
    phone.there("silence-agreed").check();
    phone.there("silence-send").click();
    phone.there("silence-missing").waitFor();
    phone.hasNoFaultInAnyLanguageOnASmallScreen();
    phone.there("silence-whom").fill("Zoé");
    phone.there("silence-told").check();
    phone.there("silence-send").click();
    phone.page().locator("[data-testid=silence-result].good").waitFor();
    phone.there("silences").locator("summary").click();
    assertThat(phone.there("silence-entry").textContent()).contains("Zoé");
    assertThat(phone.page().content()).doesNotContain("612345678").doesNotContain("rue du Test");
    assertThat(PagesIT.faults(phone.page())).isEmpty();
    String kept = ariane.as("operator-1").get("/v1/silent-instructions").text();
    assertThat(kept).contains("Zoé").doesNotContain("612345678", "94700", "rue du Test");
    assertThat(ariane.as("registrar-1").get("/v1/silent-instructions").text())
        .doesNotContain("Zoé");
    String id = new JsonObject(kept).getJsonArray("instructions").getJsonObject(0).getString("id");
    JsonObject byId = new JsonObject().put("id", id);
    String lifting = "/v1/silent-instructions/lifting";
    assertThat(ariane.as("registrar-1").post(lifting, byId).status()).isEqualTo(404);

    phone.there("silence-list-lift").click();
    phone.there("silence-list-lift").click();
    phone.there("silences").waitFor(hidden());
    assertThat(ariane.as("operator-1").post(lifting, byId).status()).isEqualTo(404);
    assertThat(ariane.as("oversight-1").get("/v1/audit?about=" + id).text())
        .contains("instruction.registered", "instruction.lifted")
        .doesNotContain("612345678", "94700");
  }

  private void comesBackFromAColleagueWhoDeclines(int port) {
    Sipp declines = telephone(Sipp.phone(port, presses("2")));
    phone.passesOn("warm", "operator-2");
    phone.courseIs("offered");
    phone.courseIs("returned");
    phone.hears();
    assertThat(declines.endsWell(SOON)).as(declines::errors).isTrue();
  }

  private void isHelpedByASupervisorWhoIsAnnounced() {
    int port = registers("supervisor-1");
    telephone(Sipp.phone(port, presses("1").after(Duration.ofSeconds(40)).hangsUp()));
    Page desk = people.at(ariane.url(), "desk", ariane.token("supervisor-1"));
    there(desk, "super-listen").click();
    desk.locator("[data-testid=super-talk][data-mode=asked]").waitFor();
    desk.locator("[data-testid=super-talk][data-mode=listen]").waitFor();
    phone.there("supervised").waitFor();
    assertThat(PagesIT.faults(desk)).isEmpty();
    there(desk, "super-end").click();
    phone.there("supervised").waitFor(hidden());
    desk.context().close();
    unregisters("supervisor-1", port);
  }

  private void isPassedOnToAColleagueWhoAccepts(int port) {
    telephone(Sipp.phone(port, presses("1").after(Duration.ofSeconds(20)).hangsUp()));
    phone.passesOn("warm", "operator-2");
    phone.courseIs("consulting");
    // A desk that is opened in the middle of it knows how it stands.
    Page desk = people.at(ariane.url(), "desk", ariane.token("operator-1"));
    desk.locator("[data-testid=call-state][data-state=consulting]").waitFor();
    desk.context().close();
    phone.page().keyboard().press("j");
    phone.courseIs("joined");
    phone.hears();
    phone.page().keyboard().press("l");
    phone.courseIs("accepted");
    phone.is("line-ready");
    phone.isReadyForTheNext();
  }

  private void isCalledBackOnceByTheOperatorFirst() {
    Sipp hers = telephone(Sipp.phone(trunk, Script.phone().after(Duration.ofSeconds(2)).hangsUp()));
    phone.there("callback-start").click();
    phone.picksUpAndPressesOne();
    assertThat(hers.endsWell(SOON)).as(hers::errors).isTrue();
    phone.page().locator("[data-testid=callback][data-outcome=answered]").waitFor();
    assertThat(phone.there("callback-start").isVisible()).isFalse();
    assertThat(hers.messages()).contains("INVITE sip:+33612345678@").doesNotContain("3919");
    assertThat(ariane.as("supervisor-1").get("/v1/callbacks/counts").json().getInteger("noted"))
        .isZero();
  }

  private Sipp calls() {
    Script script = Script.caller();
    for (String key : List.of("1", "2", "94700#")) {
      script.after(Duration.ofMillis(1_700)).keys(key);
    }
    return telephone(
        Sipp.call(ariane.sipPort(), "3919", script.after(Duration.ofMillis(2_500)).streams()));
  }

  private static Script presses(String key) {
    return Script.phone().after(Duration.ofSeconds(1)).keys(key);
  }

  private Sipp telephone(Sipp process) {
    telephones.add(process);
    return process;
  }

  private static int registers(String account) {
    int port = Ports.udp();
    JsonObject login = ariane.credentials().getJsonObject("sip").getJsonObject(account);
    Sipp.register(ariane.sipPort(), login.getString("user"), login.getString("password"), port);
    return port;
  }

  private static void unregisters(String account, int port) {
    JsonObject login = ariane.credentials().getJsonObject("sip").getJsonObject(account);
    Sipp.unregister(ariane.sipPort(), login.getString("user"), login.getString("password"), port);
  }

  private static void wasHungUpOn(Sipp caller) {
    assertThat(caller.endsWell(SOON)).as(caller::errors).isTrue();
    assertThat(caller.messages()).contains("BYE sip:").contains("CSeq: 1 INVITE");
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }
}
