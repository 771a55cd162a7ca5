package org.ariane.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `/dispatch` as a dispatcher works with it, through the program as it is started.
class DispatchPageIT extends PageTest {

  private Page page;

  @BeforeEach
  void login() {
    page = at("dispatcher-1");
  }

  @AfterEach
  void leave() {
    page.context().close();
  }

  private static Page at(String account) {
    Page opened = people.at(ariane.url(), "dispatch", ariane.token(account));
    assertThat(there(opened, "login")).not().isVisible();
    return opened;
  }

  @Test
  void theNumberIsHiddenUntilSomebodySaysWhyAndIsWarnedBeforeAndInTheHistoryAfter() {
    Locator card = card(raise(alarm().put("phone", "+33600000041")));
    assertThat(card).not().containsText("33600000041");
    assertThat(card).containsText("DO NOT RING BACK");

    card.focus();
    page.keyboard().press("n");
    assertThat(within(card, "why-menu")).containsText("a call can betray her");
    assertThat(card).not().containsText("33600000041");
    within(card, "why-locate").click();

    assertThat(within(card, "digits")).hasText("+33600000041");
    assertThat(card.locator("a[href^=tel]")).hasCount(0);
    assertThat(card.locator(".history")).containsText("Number looked at by");
  }

  @Test
  void silencingTakesNothingAndSaysSo() {
    Locator card = card(raise(alarm()));
    assertThat(there(page, "ringing")).containsText("Nobody has taken");

    page.keyboard().press("s");

    assertThat(there(page, "ringing")).containsText("SILENCED, NOT TAKEN");
    assertThat(within(card, "take")).isVisible();
    raise(alarm());
    assertThat(there(page, "ringing")).containsText("Nobody has taken");
  }

  @Test
  void takenByOneKeyItIsHandedToAColleagueFromAListAndTheOutcomeComesBack() {
    String id = raise(alarm());
    Locator card = card(id);
    card.focus();
    page.keyboard().press("t");
    assertThat(within(card, "state")).containsText("YOU HAVE IT");
    page.keyboard().press("h");
    within(card, "to-dispatcher-2").click();
    assertThat(within(card, "state")).containsText("position 2");
    assertThat(within(card, "done")).not().isVisible();

    JsonObject ended = new JsonObject().put("outcome", "suspect-arrested");
    ariane.as("dispatcher-2").post("/v1/incidents/" + id + "/completion", ended);

    assertThat(within(card, "state")).containsText("Suspect arrested");
    page.reload();
    there(page, "token").fill(ariane.token("dispatcher-1"));
    there(page, "login").click();
    there(page, "outcomes").locator("summary").click();
    assertThat(there(page, "outcomes")).containsText(id);
  }

  @Test
  void rejectionOfACriticalOneWaitsForASupervisorWhoSeesWhoAskedAndWhy() {
    String phone = "+33600000042";
    JsonObject silent = alarm().put("trigger", "silent").put("phone", phone);
    String id = raise(silent);
    for (int i = 0; i < 4; i++) {
      raise(alarm().put("trigger", "silent").put("phone", phone));
    }
    Locator card = card(id);
    assertThat(within(card, "class")).hasText("CRITICAL");
    within(card, "reject").click();
    assertThat(within(card, "cause-menu")).containsText("a supervisor must confirm");
    within(card, "cause-no-unit").click();
    assertThat(card).containsText("It holds only when a supervisor rejects it too");

    Page supervisor = at("supervisor-1");
    Locator theirs = supervisor.locator("[data-id='" + id + "']");
    assertThat(theirs).containsText("Rejection asked by position 1 (No unit can come)");
    within(theirs, "confirm-rejection").click();

    assertThat(card).hasCount(0);
    supervisor.context().close();
  }

  @Test
  void mapIsDrawnFromOurOwnOutlinesAndNobodyElseIsAsked() {
    List<String> elsewhere = new java.util.concurrent.CopyOnWriteArrayList<>();
    page.onRequest(request -> {
      if (!request.url().startsWith(ariane.url())) {
        elsewhere.add(request.url());
      }
    });
    Locator card = card(raise(alarm()));

    within(card, "open").click();

    assertThat(card.locator(".map svg.near .is")).isVisible();
    assertThat(card.locator(".map svg.near .accuracy")).hasCount(1);
    assertThat(card.locator(".map svg.zone path.own")).isVisible();
    assertThat(elsewhere).filteredOn(url -> !url.startsWith("blob:")).isEmpty();
  }

  @Test
  void exercisesAreUnmistakableOnScreenAndInTheTable() throws IOException {
    Locator card = card(raise(alarm().put("exercise", true).put("note", "=1+1")));
    assertThat(card.locator(".exercise")).hasText("EXERCISE");

    Download table = page.waitForDownload(() -> there(page, "csv").click());

    assertThat(table.suggestedFilename()).startsWith("EXERCISE-");
    String text = Files.readString(table.path());
    assertThat(text).contains("\"EXERCISE\",", "\"'=1+1\"").doesNotContain("\"=1");
  }

  @Test
  void staysReadableAndSaysSoWhileRedisIsAway() {
    String id = raise(alarm());
    Locator card = card(id);
    ariane.signal("redis", "STOP");
    try {
      assertThat(there(page, "store"))
          .containsText("THE STORE IS AWAY", new ContainsTextOptions().setTimeout(20_000));
      assertThat(card).isVisible();
      within(card, "take").click();
      assertThat(card.locator(".actions .said"))
          .containsText("It is not done", new ContainsTextOptions().setTimeout(20_000));
    } finally {
      ariane.signal("redis", "CONT");
    }
    assertThat(there(page, "store")).isHidden(new IsHiddenOptions().setTimeout(30_000));
  }

  @Test
  void whatIsOldCannotBeOverlooked() {
    Locator card = card(raise(alarm()));
    page.context().setOffline(true);

    assertThat(page.locator(".outage")).containsText("NOT CONNECTED");
    assertThat(page.locator("html")).hasClass("offline");
    assertThat(card).isVisible();
    page.context().setOffline(false);
    assertThat(page.locator(".outage")).isHidden(new IsHiddenOptions().setTimeout(20_000));
  }

  @Test
  void onPaperItSaysWhenItWasPrintedAndWhatIsAnExercise() {
    Locator real = card(raise(alarm()));
    Locator exercise = card(raise(alarm().put("exercise", true)));
    within(exercise, "open").click();
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))");
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    exercise.locator("button.print").dispatchEvent("click");

    assertThat(page.locator(".on-paper")).containsText("fr-94-cic");
    assertThat(exercise.locator(".exercise")).isVisible();
    assertThat(real).isHidden();
    assertThat(within(exercise, "take")).isHidden();
  }

  @Test
  void aCentreThatCannotBeToldIsARedLightUntilSomebodySitsThere() {
    assertThat(there(page, "red-lights")).containsText("CIC Nord");

    Page there = at("dispatcher-3");

    assertThat(there(page, "red-lights")).isHidden(new IsHiddenOptions().setTimeout(15_000));
    there.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "nl", "de", "en", "ar"})
  void anOpenedCardHasNoFaultAndFitsASmallPhoneInAnyLanguage(String language) {
    page.setViewportSize(320, 700);
    Locator card = card(raise(alarm().put("phone", "+33600000043").put("note", "a note")));
    within(card, "open").click();
    page.locator("header select").selectOption(language);
    assertThat(page.locator("html")).hasAttribute("lang", language);
    within(card, "number").click();
    assertThat(card.locator(".map svg.near")).isVisible();

    assertThat(faults()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  private List<String> faults() {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(Rule::toString)
            .toList();
  }

  private Locator card(String id) {
    Locator card = page.locator("[data-id='" + id + "']");
    assertThat(within(card, "take")).isVisible();
    return card;
  }

  private static Locator within(Locator card, String testId) {
    return card.locator("[data-testid='" + testId + "']");
  }

  private static JsonObject alarm() {
    return AlarmJourneyIT.alarm().put("id", UUID.randomUUID().toString());
  }

  private static String raise(JsonObject alarm) {
    var answer = ariane.as("app-1").post("/v1/alarms", alarm);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.json().getString("incidentId");
  }
}
