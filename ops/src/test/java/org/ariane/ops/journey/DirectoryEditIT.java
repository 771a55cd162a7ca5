package org.ariane.ops.journey;

import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Coordinators change services at `/admin`: what they see before, what others find after, and how
/// it is taken back.
class DirectoryEditIT extends PageTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String LILLE = "sample-fr-59-01";
  private static final String HOURS = "[data-field='channels/0/hours']";

  private static Page editing(String service, String words) {
    Page page = people.at(ariane.url(), "admin", ariane.token("coordinator-1"));
    open(page, service, words);
    return page;
  }

  private static void open(Page page, String service, String words) {
    there(page, "service-words").fill(words);
    there(page, "find-service").click();
    page.locator("[data-service='" + service + "']").click();
    there(page, "editor").waitFor();
  }

  private static void preview(Page page) {
    there(page, "preview").click();
    there(page, "preview-panel").waitFor();
  }

  private static void apply(Page page, String reason) {
    there(page, "reason").fill(reason);
    there(page, "apply").click();
    await()
        .atMost(SOON)
        .until(() ->
            there(page, "apply").count() == 0
                && there(page, "directory-said").textContent().contains("In force"));
  }

  /// As anybody would find it.
  private static String hoursFound(String service) {
    return ariane
        .asNobody()
        .get("/v1/services?postcode=59000&language=fr")
        .json()
        .getJsonArray("services")
        .stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(service))
        .map(each -> each.getJsonArray("channels").getJsonObject(0).getString("hours"))
        .findFirst()
        .orElse("not found");
  }

  @Test
  void hoursThatAreChangedAreFoundAtOnceAndUndoneAgain() {
    String before = hoursFound(LILLE);
    Page page = editing(LILLE, "lille exemple");
    Locator meaning = there(page, "meaning").first();
    page.locator(HOURS).fill("24/7");
    await().atMost(SOON).until(() -> meaning.textContent().contains("open at all hours"));
    page.locator(HOURS).fill("2031 Jan 01 09:00-10:00");
    await().atMost(SOON).until(() -> meaning.textContent().contains("2031"));

    preview(page);
    assertThat(there(page, "changes").first().textContent())
        .contains("Hours")
        .contains(before)
        .contains("2031 Jan 01 09:00-10:00");
    assertThat(there(page, "found-before").textContent()).contains("Lille");
    assertThat(there(page, "warnings").textContent())
        .as("an example of the policies counts on it, and holds up nobody")
        .contains("policies.yaml");
    assertThat(there(page, "then-hours").first().textContent()).contains("closed now");
    assertThat(hoursFound(LILLE)).as("nothing is in force yet").isEqualTo(before);
    assertThat(PagesIT.faults(page)).isEmpty();
    apply(page, "They told us on the telephone");
    assertThat(hoursFound(LILLE)).isEqualTo("2031 Jan 01 09:00-10:00");

    Locator newest = there(page, "revision").first();
    assertThat(newest.textContent())
        .contains("coordinator-1")
        .contains("They told us on the telephone");
    assertThat(PagesIT.faults(page)).isEmpty();
    there(page, "undo").first().click();
    there(page, "reason").waitFor();
    apply(page, "It was another service");
    assertThat(hoursFound(LILLE)).isEqualTo(before);
    assertThat(there(page, "revision").count()).isGreaterThanOrEqualTo(2);
    assertThat(page.url()).as("nothing of it stands in an address").endsWith("/admin");
    page.context().close();
  }

  @Test
  void aClosureIsOneGestureAndWhoeverSearchesSeesWhy() {
    String service = "sample-fr-94-01";
    Page page = editing(service, "creteil");
    there(page, "more-closures").click();
    page.locator("[data-field='closures/0/from']").fill("2026-01-01");
    page.locator("[data-field='closures/0/until']").fill("2026-12-31");
    page.locator("[data-field='closures/0/reason']").fill("building work");
    await()
        .atMost(SOON)
        .until(() -> there(page, "meaning").first().textContent().contains("building work"));
    preview(page);
    apply(page, "Their letter");

    JsonObject found =
        ariane
            .asNobody()
            .get("/v1/services?postcode=94000&language=fr&at=2026-11-25T10:00:00Z")
            .json()
            .getJsonArray("services")
            .stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("id").equals(service))
            .findFirst()
            .orElseThrow();
    assertThat(found.getBoolean("open")).isFalse();
    assertThat(found.getString("nextOpening")).startsWith("2027-01-0");
    page.context().close();
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndChangesNothing() {
    String before = hoursFound(LILLE);
    Page page = editing(LILLE, "lille exemple");
    page.locator(HOURS).fill("every day");
    page.locator("[data-field='channels/0/number']").fill("call us");

    there(page, "preview").click();

    there(page, "faults").waitFor();
    assertThat(page.locator(HOURS).getAttribute("aria-invalid")).isEqualTo("true");
    String said = page.locator(HOURS).getAttribute("aria-describedby");
    assertThat(page.locator("#" + said).textContent()).contains("not understood");
    assertThat(page.locator("[data-field='channels/0/number']").getAttribute("aria-invalid"))
        .isEqualTo("true");
    assertThat(there(page, "faults").textContent()).contains("Hours").contains("Telephone number");
    assertThat(there(page, "apply").count()).isZero();
    assertThat(PagesIT.faults(page)).isEmpty();
    assertThat(hoursFound(LILLE)).isEqualTo(before);
    page.context().close();
  }

  @Test
  void aPlaceThatBecomesProtectedKeepsNoAddress() {
    String service = "sample-fr-94-01";
    Page page = editing(service, "creteil");
    page.locator("[data-field=hidden]").check();
    assertThat(page.locator("[data-field=street]").count()).isZero();
    preview(page);
    apply(page, "It moved in with a shelter");

    Api coordinator = ariane.as("coordinator-1");
    JsonObject entry =
        coordinator.get("/v1/directory/services/" + service).json().getJsonObject("entry");
    assertThat(entry.getString("protected")).isEqualTo("true");
    assertThat(entry.containsKey("site")).isFalse();
    JsonObject told = new JsonObject().put("city", "Créteil");
    var refused =
        coordinator.post(
            "/v1/directory/services/" + service + "/amendments",
            new JsonObject()
                .put("entry", entry.copy().put("address", told))
                .put("basedOn", 0)
                .put("reason", "x"));
    assertThat(refused.status()).isIn(400, 409);
    var looked =
        coordinator.post(
            "/v1/directory/services/" + service + "/preview",
            new JsonObject().put("entry", entry.copy().put("address", told)));
    assertThat(looked.text()).contains("/address").contains("\"valid\":false");
    page.context().close();
  }

  @Test
  void ofTwoCoordinatorsTheSecondIsToldAndMayLookAgain() {
    String service = "sample-fr-94-02";
    Page first = editing(service, "sociale");
    Page second = editing(service, "sociale");
    first.locator("[data-field=accessibility]").fill("a ramp");
    preview(first);
    apply(first, "Anna asked them");

    second.locator("[data-field=description]").fill("Listens.");
    preview(second);
    there(second, "reason").fill("Bea asked them");
    there(second, "apply").click();

    Locator told = there(second, "overtaken");
    told.waitFor();
    assertThat(told.textContent()).contains("coordinator-1").contains("Anna asked them");
    assertThat(PagesIT.faults(second)).isEmpty();
    told.locator("button").first().click();
    await()
        .atMost(SOON)
        .until(() -> second.locator("[data-field=accessibility]").inputValue().equals("a ramp"));
    second.locator("[data-field=description]").fill("Listens.");
    preview(second);
    apply(second, "Bea asked them");
    JsonObject entry =
        ariane
            .as("coordinator-1")
            .get("/v1/directory/services/" + service)
            .json()
            .getJsonObject("entry");
    assertThat(entry.getString("accessibility")).isEqualTo("a ramp");
    assertThat(entry.getString("description")).isEqualTo("Listens.");
    first.context().close();
    second.context().close();
  }

  @Test
  void anExportHoldsWhatWasChangedOnlyWhereItIsAskedFor() throws Exception {
    Page page = editing("fr-119", "enfance");
    page.locator("[data-field=name]").fill("119, exported with its new name");
    preview(page);
    apply(page, "a new name");
    page.context().close();

    assertThat(exported()).doesNotContain("119, exported with its new name");
    assertThat(exported("--data", ariane.data().toString()))
        .contains("119, exported with its new name");
  }

  private static String exported(String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("../ops/directory", "export", "hsds", "--from", "../directory/sample"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "nl", "de", "en", "ar"})
  void theFormHasNoFaultInAnyLanguageOnASmallDarkScreen(String language) {
    Page page = people.at(ariane.url(), "admin", ariane.token("coordinator-1"));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(320, 640);
    open(page, LILLE, "lille exemple");
    page.locator("[data-field=description]").fill("Kept while the language changes.");
    page.locator("header select").selectOption(language);
    await().atMost(SOON).until(() -> language.equals(page.locator("html").getAttribute("lang")));
    assertThat(page.locator("[data-field=description]").inputValue())
        .isEqualTo("Kept while the language changes.");
    preview(page);
    there(page, "changes").first().waitFor();

    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    assertThat(PagesIT.faults(page)).isEmpty();
    assertThat(untranslated(page)).isEmpty();
    page.context().close();
  }

  /// Labels that show the key of a text instead of the text.
  private static List<String> untranslated(Page page) {
    return page
        .locator(".directory-editor label, .directory-editor legend, .directory-editor th")
        .allTextContents()
        .stream()
        .filter(text -> text.matches("[a-z]+[A-Z][A-Za-z]*"))
        .toList();
  }

  @Test
  void itIsAllDoneByKeyboard() {
    Page page = people.at(ariane.url(), "admin", ariane.token("coordinator-1"));
    there(page, "service-words").focus();
    page.keyboard().type("lille exemple");
    page.keyboard().press("Enter");
    there(page, "services").locator("button").first().waitFor();
    there(page, "services").locator("button").first().focus();
    page.keyboard().press("Enter");
    there(page, "editor").waitFor();
    page.locator("[data-field=accessibility]").focus();
    page.keyboard().type("lift");
    page.locator("[data-field=name]").focus();
    page.keyboard().press("Enter");
    there(page, "reason").waitFor();
    there(page, "reason").focus();
    page.keyboard().type("asked");
    page.keyboard().press("Enter");
    await()
        .atMost(SOON)
        .until(() -> there(page, "directory-said").textContent().contains("In force"));
    page.context().close();
  }
}
