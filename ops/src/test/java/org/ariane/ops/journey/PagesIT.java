package org.ariane.ops.journey;

import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages as people with and without sight meet them: no fault that axe-core knows (WCAG 2.2
/// AA), in every language, light and dark; and the pictures of the README, taken here so that they
/// are true.
class PagesIT extends PageTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("ariane.screenshots", "target/screenshots"));
  private static final Duration SOON = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(strings = {"fr", "nl", "de", "en", "ar"})
  void theChatHasNoFaultInAnyLanguage(String language) {
    Page page = people.visitor(ariane.url(), ColorScheme.DARK);
    there(page, "language-" + language).click();
    assertThat(faults(page)).isEmpty();
    assertThat(page.locator("html").getAttribute("dir"))
        .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    there(page, "start").click();
    there(page, "queue").waitFor();

    assertThat(faults(page)).isEmpty();
    assertThat(page.title()).doesNotContainIgnoringCase("ariane", "violence", "chat");
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "desk:operator-1",
        "desk/phone:operator-1",
        "dispatch:dispatcher-1",
        "admin:coordinator-1"
      })
  void theConsolesHaveNoFault(String consoleAndAccount) {
    String console = consoleAndAccount.substring(0, consoleAndAccount.indexOf(':'));
    String account = consoleAndAccount.substring(consoleAndAccount.indexOf(':') + 1);
    Page page = people.at(ariane.url(), console, ariane.token(account));
    there(page, "login").waitFor(hidden());

    assertThat(faults(page)).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "nl", "de", "en", "ar"})
  void theDirectoryAnswersWithoutScriptInAnyLanguage(String language) {
    Page page = people.withoutScript(320);
    searchTheDirectory(page, language);
    assertThat(page.url()).as("what was asked").doesNotContain("59000");
    assertThat(page.title()).doesNotContainIgnoringCase("ariane", "violence");
    assertThat(page.locator("main").textContent()).contains("3919");
    picture(page, "directory-" + language);
    page.locator("a[href^='/directory/booklet/']").click();
    page.locator("svg.qr").first().waitFor();
    page.context().close();

    // What looks for faults is a script itself.
    Page looked = people.withScript(320);
    searchTheDirectory(looked, language);
    assertThat((Integer) looked.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    assertThat(faults(looked)).isEmpty();
    looked.locator("a[href^='/directory/booklet/']").click();
    looked.locator("svg.qr").first().waitFor();
    assertThat(faults(looked)).isEmpty();
    picture(looked, "booklet-" + language);
    looked.context().close();
  }

  private static void searchTheDirectory(Page page, String language) {
    page.navigate(ariane.url() + "/directory?lang=" + language);
    page.locator("#place").fill("59000");
    page.locator("#language").selectOption("fr");
    page.locator("button").click();
    page.locator(".services > li").first().waitFor();
  }

  @Test
  void aCoordinatorTriesPoliciesAndAsksWhatWouldHappen() {
    Page page = people.at(ariane.url(), "admin", ariane.token("coordinator-1"));
    Locator text = page.locator("#policy-text");
    await().atMost(SOON).until(() -> text.inputValue().contains("policy-version"));
    Locator section = page.locator("section", new Page.LocatorOptions().setHas(text));
    text.fill("policy-version: trial\npolicies: [{id: only, steps: [{ring: line}]}]\n");
    section.locator("button").click();
    section.locator("tbody tr").first().waitFor();
    assertThat(section.locator("tbody tr").first().textContent()).contains("only");
    assertThat(faults(page)).isEmpty();
    picture(page, "admin-policies");

    text.fill("policy-version: trial\npolicies: [{id: only, when: {danger: true}, steps: []}]\n");
    section.locator("button").click();
    section.locator(".notice").waitFor();
    assertThat(section.textContent()).contains("policies.yaml");
    assertThat(faults(page)).isEmpty();

    Locator question = page.locator("form.question").first();
    question.locator("select").nth(2).selectOption("police");
    question.locator("button").click();
    page.locator("ol.plan li").first().waitFor();
    page.context().close();
  }

  @Test
  void noPageMayAskAnybodyElseForAnything() throws Exception {
    var response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(ariane.url() + "/chat")).build(),
                BodyHandlers.ofString());

    assertThat(response.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:"));
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(response.headers().firstValue("set-cookie")).isEmpty();
  }

  /// Also the pictures of the README: run with `-Dariane.screenshots=docs/screenshots` to renew
  /// them.
  @Test
  void aConversationAndAnAlarmLookAsInTheReadme() {
    Page desk = people.at(ariane.url(), "desk", ariane.token("operator-1"));
    desk.locator("[data-testid=presence][aria-pressed=true]").waitFor();
    Page visitor = people.visitor(ariane.url());
    there(visitor, "language-fr").click();
    there(visitor, "postcode").fill("94700");
    there(visitor, "forWhom-me").click();
    there(visitor, "safe-no").click();
    there(visitor, "unsafe").waitFor();
    assertThat(faults(visitor)).isEmpty();
    there(visitor, "start").click();
    Locator hers = there(desk, "offer").filter(new Locator.FilterOptions().setHasText("94700"));
    hers.locator(".danger-mark").waitFor();
    hers.getByTestId("accept").click();
    say(visitor, "Bonjour, je ne peux pas parler. Il est dans la pièce à côté.");
    there(desk, "message").last().waitFor();
    say(desk, "Je suis là. Écrivez quand vous pouvez. Êtes-vous en sécurité maintenant ?");
    there(visitor, "message").nth(1).waitFor();
    picture(visitor, "chat");
    picture(desk, "desk");
    desk.locator("[data-testid=all-keys]").press("?");
    there(desk, "key-list").waitFor();
    assertThat(faults(desk)).isEmpty();
    desk.keyboard().press("Escape");
    there(desk, "key-list").waitFor(hidden());

    Page dispatch = people.at(ariane.url(), "dispatch", ariane.token("dispatcher-1"));
    there(dispatch, "login").waitFor(hidden());
    for (int i = 0; i < 4; i++) {
      raise("silent", "ar", "he is at the door", "+33600000051");
    }
    raise("button", "fr", "", "+33600000052");
    raise("geofence", "nl", "", "+33600000053");
    dispatch.locator("[data-class=critical]").waitFor();
    there(dispatch, "incident").nth(2).waitFor();
    picture(dispatch, "dispatch");
    assertThat(faults(dispatch)).isEmpty();
    assertThat(faults(desk)).isEmpty();
    assertThat(faults(visitor)).isEmpty();
  }

  private static void raise(String trigger, String language, String note, String phone) {
    JsonObject alarm =
        AlarmJourneyIT.alarm()
            .put("trigger", trigger)
            .put("language", language)
            .put("phone", phone);
    if (!note.isEmpty()) {
      alarm
          .put("note", note)
          .put(
              "address",
              new JsonObject()
                  .put("text", "12 rue des Tilleuls")
                  .put("postcode", "94700")
                  .put("city", "Maisons-Alfort")
                  .put("country", "FR"));
    }
    assertThat(ariane.as("app-1").post("/v1/alarms", alarm).status()).isEqualTo(202);
  }

  private static void say(Page page, String text) {
    there(page, "input").first().fill(text);
    there(page, "send").first().click();
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  static List<String> faults(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(Rule::toString)
            .toList();
  }
}
