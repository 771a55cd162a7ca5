package org.ariane.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The telephone of an operator in her browser, as she uses it.
record BrowserPhone(String account, RunningAriane ariane, Page page) {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final double HEARD = 0.01;
  private static final double QUIET = 0.001;

  static BrowserPhone of(String account, RunningAriane ariane, People people) {
    Page page = people.at(ariane.url(), "desk/phone", ariane.token(account));
    page.onDialog(Dialog::accept);
    BrowserPhone phone = new BrowserPhone(account, ariane, page);
    phone.is("line-ready");
    return phone;
  }

  Locator there(String testId) {
    return People.there(page, testId);
  }

  String said() {
    return page.locator("main").innerText();
  }

  void is(String state) {
    page.locator("[data-state=" + state + "]").waitFor();
  }

  /// How far a call has gone to somebody else.
  void courseIs(String state) {
    page.locator("[data-testid=call-state][data-state=" + state + "]").waitFor();
  }

  boolean connected() {
    return page.locator(".link[data-state=live]").isVisible();
  }

  /// Her key has arrived when the switch says so.
  void accepts() {
    is("stage-ringing");
    double before = offers("accepted");
    picksUpAndPressesOne();
    await().atMost(SOON).until(() -> offers("accepted") > before);
  }

  void picksUpAndPressesOne() {
    there("pick-up").click();
    is("stage-whisper");
    there("accept").click();
    is("stage-talk");
  }

  /// Twice, since a slip of the hand must not cut anybody off.
  void hangsUp() {
    there("hang-up").click();
    there("hang-up").click();
    is("line-ready");
  }

  /// Does not wait until the time for writing up is over.
  void isReadyForTheNext() {
    there("ready").click();
  }

  /// By keyboard as far as whom.
  void passesOn(String kind, String target) {
    page.keyboard().press("t");
    page.locator("button[data-kind=" + kind + "]").click();
    page.locator("[data-to=" + target + "]").click();
  }

  void reloads() {
    page.reload();
    there("token").fill(ariane.token(account));
    there("login").click();
  }

  void hears() {
    await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> level() > HEARD);
  }

  void hearsNothing() {
    await().atMost(SOON).until(() -> level() < QUIET);
  }

  private double level() {
    return ((Number) there("level-theirs").evaluate("meter => meter.value")).doubleValue();
  }

  void hasNoFaultInAnyLanguageOnASmallScreen() {
    page.setViewportSize(320, 640);
    for (String language : List.of("nl", "de", "en", "ar", "fr")) {
      page.locator(".bar select").selectOption(language);
      page.locator("html[lang=" + language + "]").waitFor();
      assertThat(PagesIT.faults(page)).as(language).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
          .as(language)
          .isEqualTo(false);
    }
    page.setViewportSize(1280, 860);
  }

  double offers(String outcome) {
    return counted("ariane_call_offers_total", "outcome=\"" + outcome + "\"");
  }

  double packets(String leg, String direction) {
    return counted(
        "ariane_call_media_packets_total", "direction=\"" + direction + "\",leg=\"" + leg + "\"");
  }

  /// A counter of `/metrics`, summed over its other tags; 0 where it does not exist yet.
  private double counted(String name, String tag) {
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
