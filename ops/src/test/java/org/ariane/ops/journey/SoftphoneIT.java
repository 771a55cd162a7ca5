package org.ariane.ops.journey;

import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.ivr.telephony.NeedsTelephony;
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
/// caller who speaks. What the switch counts on each leg went both ways.
@ExtendWith(NeedsTelephony.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SoftphoneIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(90);
  private static final Duration SPEECH = Duration.ofMillis(7_200);
  private static final int SPEECHES = 15;
  private static final double HEARD = 0.01;
  private static final double QUIET = 0.001;
  private static People people;
  private static RunningAriane ariane;
  private static Page phone;

  @RegisterExtension
  final TestExecutionExceptionHandler tellsTheLog =
      (context, failure) -> {
        System.err.println(there(phone, "phone-state").textContent());
        System.err.println(ariane.log());
        throw failure;
      };

  private final List<Sipp> callers = new ArrayList<>();

  @BeforeAll
  static void start() {
    people = People.arriveWithVoices();
    ariane = RunningAriane.withTelephony("");
    phone = people.at(ariane.url(), "desk/phone", ariane.token("operator-1"));
    phone.onDialog(Dialog::accept);
    state("line-ready");
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
    callers.forEach(Sipp::close);
  }

  @Test
  @Order(0)
  void hasNoFaultInAnyLanguageOnASmallScreenInTheDark() {
    phone.setViewportSize(320, 640);
    phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    for (String language : List.of("nl", "de", "en", "ar", "fr")) {
      phone.locator(".bar select").selectOption(language);
      phone.locator("html[lang=" + language + "]").waitFor();
      assertThat(PagesIT.faults(phone)).as(language).isEmpty();
      assertThat(phone.evaluate("document.documentElement.scrollWidth > innerWidth"))
          .as(language)
          .isEqualTo(false);
    }
    assertThat(phone.title()).doesNotContainIgnoringCase("ariane", "violence");
    phone.setViewportSize(1280, 860);
    phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  @Test
  @Order(1)
  void bothAreHeardAlsoAfterAHold() {
    double heardBefore = packets("operator", "received");
    double saidBefore = packets("operator", "sent");
    Sipp caller = calls();
    accepts();

    heard();
    assertThat(PagesIT.faults(phone)).isEmpty();
    there(phone, "hold").click();
    state("stage-held");
    await().atMost(SOON).until(() -> level() < QUIET);
    // Longer than a lost telephone is waited for.
    phone.waitForTimeout(4_500);
    state("stage-held");
    there(phone, "hold").click();
    state("stage-talk");
    heard();
    there(phone, "key-5").evaluate("key => key.click()");
    hangsUp();
    state("line-ready");

    assertThat(there(phone, "phone-last").textContent()).isNotBlank();
    wasHungUpOn(caller);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(packets("operator", "received")).isGreaterThan(heardBefore + 200);
          assertThat(packets("operator", "sent")).isGreaterThan(saidBefore + 30);
        });
  }

  @Test
  @Order(2)
  void aServerThatIsKilledCutsNobodyOff() {
    Sipp caller = calls();
    accepts();
    heard();
    ariane.kill("server");
    await().atMost(SOON).until(() -> !connected());
    heard();
    await().atMost(END).until(SoftphoneIT::connected);
    heard();
    hangsUp();
    state("line-ready");

    wasHungUpOn(caller);
  }

  @Test
  @Order(3)
  void aPageThatGoesInATalkIsATelephoneThatWasLost() {
    Sipp caller = calls();
    accepts();
    heard();
    phone.reload();
    there(phone, "token").fill(ariane.token("operator-1"));
    there(phone, "login").click();

    accepts();
    heard();
    hangsUp();
    wasHungUpOn(caller);
  }

  @Test
  @Order(4)
  void declinesByKeyWithoutListening() {
    double before = offers("declined");
    Sipp caller = calls();
    state("stage-ringing");
    phone.keyboard().press("2");

    await().atMost(SOON).until(() -> offers("declined") > before);
    assertThat(caller.talks()).isTrue();
  }

  private Sipp calls() {
    Script script = Script.caller();
    for (String key : List.of("1", "2", "94700#")) {
      script.after(Duration.ofMillis(1_700)).keys(key);
    }
    for (int i = 0; i < SPEECHES; i++) {
      script.speaks().after(SPEECH);
    }
    Sipp caller = Sipp.call(ariane.sipPort(), "3919", script);
    callers.add(caller);
    return caller;
  }

  /// In the middle of her speech, for which her program has no kind word.
  private static void wasHungUpOn(Sipp caller) {
    await().atMost(SOON).until(() -> !caller.talks());
    assertThat(caller.messages()).contains("BYE sip:").contains("CSeq: 1 INVITE");
  }

  /// Her key has arrived when the switch says so.
  private static void accepts() {
    state("stage-ringing");
    double before = offers("accepted");
    there(phone, "pick-up").click();
    state("stage-whisper");
    there(phone, "accept").click();
    state("stage-talk");
    await().atMost(SOON).until(() -> offers("accepted") > before);
  }

  /// Twice, since a slip of the hand must not cut anybody off.
  private static void hangsUp() {
    there(phone, "hang-up").click();
    there(phone, "hang-up").click();
  }

  private static void state(String name) {
    phone.locator("[data-state=" + name + "]").waitFor();
  }

  private static boolean connected() {
    return phone.locator(".link[data-state=live]").isVisible();
  }

  private static void heard() {
    await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> level() > HEARD);
  }

  private static double level() {
    return ((Number) there(phone, "level-theirs").evaluate("meter => meter.value")).doubleValue();
  }

  private static double offers(String outcome) {
    return counted("ariane_call_offers_total", "outcome=\"" + outcome + "\"");
  }

  private static double packets(String leg, String direction) {
    return counted(
        "ariane_call_media_packets_total", "direction=\"" + direction + "\",leg=\"" + leg + "\"");
  }

  /// A counter of `/metrics`, summed over its other tags; 0 where it does not exist yet.
  private static double counted(String name, String tag) {
    Matcher lines =
        Pattern.compile("(?m)^" + name + "\\{[^}]*" + Pattern.quote(tag) + "[^}]*} ([0-9.E]+)$")
            .matcher(ariane.asNobody().get("/metrics").text());
    double sum = 0;
    while (lines.find()) {
      sum += Double.parseDouble(lines.group(1));
    }
    return sum;
  }
}
