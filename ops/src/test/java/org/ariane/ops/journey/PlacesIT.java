package org.ariane.ops.journey;

import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A coordinator makes a link on `/admin`; on an old telephone, without script, two taps say how
/// many places are free; `/directory` shows it; whatever is killed, it stands; and the secret of
/// the link is found nowhere that it should not be.
class PlacesIT extends PageTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("ariane.screenshots", "target/screenshots"));
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SHELTER = "sample-fr-59-02";

  private static String link(String service) {
    return ariane
        .as("coordinator-1")
        .post("/v1/services/" + service + "/places/link", new JsonObject())
        .json()
        .getString("path");
  }

  @Test
  void twoTapsOnAnOldTelephoneAndWhateverIsKilledItStands() {
    Page admin = people.at(ariane.url(), "admin", ariane.token("coordinator-1"));
    admin.locator("#places-service").fill(SHELTER);
    there(admin, "places-make").click();
    String address = there(admin, "places-made").inputValue();
    String token = address.substring(address.lastIndexOf('/') + 1);
    assertThat(address).startsWith(ariane.url() + "/places/");
    assertThat(PagesIT.faults(admin)).isEmpty();
    picture(admin, "admin-places");

    Page phone = people.withoutScript(240);
    phone.setExtraHTTPHeaders(java.util.Map.of("accept-language", "en"));
    List<String> referers = new java.util.concurrent.CopyOnWriteArrayList<>();
    phone.onRequest(request -> referers.add("" + request.headers().get("referer")));
    phone.navigate(address);
    assertThat(phone.locator("#standing").textContent()).contains("Nothing is known");
    phone.locator("input[name=free][value='2']").check();
    phone.locator("button[value='12']").click();
    phone.locator("#notice").waitFor();

    assertThat(phone.locator("#notice").textContent()).contains("Noted");
    assertThat(phone.locator("#standing").textContent()).contains("Free places: 2", "Counts until");
    assertThat(phone.url()).isEqualTo(ariane.url() + "/places?lang=en");
    assertThat(phone.title()).doesNotContain(token, SHELTER).doesNotContainIgnoringCase("ariane");
    assertThat(referers.toString()).doesNotContain(token);
    picture(phone, "places");

    shownInTheDirectory("Places free: 2.");
    await()
        .atMost(SOON)
        .until(
            () -> admin.locator("tr[data-service=" + SHELTER + "]").textContent().contains("2 "));
    ariane.kill("server");
    ariane.kill("redis");
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> places().containsKey("places"));
    assertThat(places().getJsonObject("places").getInteger("free")).isEqualTo(2);
    shownInTheDirectory("Places free: 2.");

    Page again = people.at(ariane.url(), "admin", ariane.token("coordinator-1"));
    again.locator("tr[data-service=" + SHELTER + "] [data-testid=places-revoke]").click();
    await()
        .atMost(SOON)
        .until(() -> ariane.asNobody().get("/places/" + token).text().contains("révoqué"));
    phone.locator("input[name=free][value='5']").check();
    phone.locator("button[value='12']").click();
    assertThat(phone.locator("main").textContent())
        .contains("has been revoked", "Nothing was changed");
    assertThat(places().getJsonObject("places").getInteger("free")).isEqualTo(2);
    assertThat(ariane.log()).doesNotContain(token);
  }

  private static JsonObject places() {
    return ariane.as("service-1").get("/v1/services/" + SHELTER + "/places").json();
  }

  private static void shownInTheDirectory(String words) {
    Page page = people.withoutScript(320);
    page.navigate(ariane.url() + "/directory?lang=en");
    page.locator("#place").fill("59000");
    page.locator("#kind").selectOption("shelter");
    page.locator("button").click();
    page.locator(".services > li").first().waitFor();
    assertThat(page.locator("#s-" + SHELTER).textContent())
        .contains(words, "Said by the service on", "counts until");
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "nl", "de", "en", "ar"})
  void thePageBehindALinkHasNoFaultInAnyLanguage(String language) {
    String path = link("sample-be-lalouviere-01");
    Page page = people.withScript(320);
    page.navigate(ariane.url() + path + "?lang=" + language);
    assertThat(page.locator("html").getAttribute("dir"))
        .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    assertThat(PagesIT.faults(page)).isEmpty();
    picture(page, "places-" + language);

    // By keyboard: to the numbers, two to the right, to the ends.
    page.locator("input[name=free]").first().focus();
    page.keyboard().press("Space");
    page.locator("button").first().focus();
    page.keyboard().press("Enter");
    page.locator("#notice").waitFor();
    // Its style may come after its words.
    page.waitForLoadState();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    assertThat(PagesIT.faults(page)).isEmpty();

    page.navigate(ariane.url() + path + "x?lang=" + language);
    assertThat(page.locator("[role=alert]").textContent()).isNotBlank();
    assertThat(PagesIT.faults(page)).isEmpty();
    page.context().close();
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
