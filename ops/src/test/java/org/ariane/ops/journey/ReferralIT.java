package org.ariane.ops.journey;

import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A social worker refers somebody in three gestures; the desk answers; nothing gets lost and
/// nothing is passed on that she did not agree to.
class ReferralIT extends PageTest {
  private static final Duration SOON = Duration.ofSeconds(40);

  private static Page refer(int width) {
    Page page = people.withScript(width);
    page.navigate(ariane.url() + "/directory/refer");
    there(page, "token").fill(ariane.token("referrer-1"));
    there(page, "login").click();
    there(page, "search").waitFor();
    return page;
  }

  private static void search(Page page, String place, String language) {
    there(page, "place").fill(place);
    there(page, "language").selectOption(language);
    there(page, "place").press("Enter");
    there(page, "results").locator("li").first().waitFor();
  }

  @Test
  void threeGesturesByKeyboardAndTheDeskAnswers() {
    Page page = refer(1280);
    there(page, "place").fill("maisons alfort");
    there(page, "language").selectOption("fr");
    there(page, "public").selectOption("woman");
    there(page, "place").press("Enter"); // 1
    page.locator("[data-service=sample-fr-94-01] [data-testid=choose]").press("Enter"); // 2
    there(page, "agreed-need").fill("a bed tonight");
    there(page, "send").press("Enter"); // 3

    Locator sent = page.locator("[data-testid=referral][data-delivery=desk]").first();
    sent.waitFor();
    assertThat(sent.getAttribute("data-outcome")).isEqualTo("none");
    assertThat(page.url()).doesNotContain("alfort", "bed");
    assertThat(page.title()).doesNotContainIgnoringCase("alfort", "sample");

    Page desk = people.at(ariane.url(), "desk", ariane.token("operator-2"));
    Locator card = there(desk, "referral").first();
    card.waitFor();
    // She agreed to her need only: neither place, language nor situation is passed on.
    assertThat(card.textContent()).contains("a bed tonight").doesNotContain("alfort", "Alfort");
    assertThat(card.locator("dt").count()).isEqualTo(1);
    assertThat(PagesIT.faults(desk)).isEmpty();
    there(desk, "referral-accepted").first().click();

    await().atMost(SOON).until(() -> "accepted".equals(sent.getAttribute("data-outcome")));
    assertThat(PagesIT.faults(page)).isEmpty();
    page.context().close();
    desk.context().close();
  }

  @Test
  void aServiceWithoutADeskIsCalledAndWhatItSaidIsNoted() {
    Page page = refer(1280);
    search(page, "59000", "fr");
    page.locator("[data-service=sample-fr-59-01] [data-testid=choose]").click();
    there(page, "agreed-place").check();
    there(page, "send").click();

    Locator sent = page.locator("[data-testid=referral][data-delivery=call]").first();
    sent.waitFor();
    assertThat(sent.locator("a[href^='tel:']").count()).isPositive();
    assertThat(there(page, "summary").textContent()).contains("59000");
    there(page, "outcome-no-place").click();
    await().atMost(SOON).until(() -> "no-place".equals(sent.getAttribute("data-outcome")));
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "nl", "de", "en", "ar"})
  void thePageHasNoFaultOnASmallPhoneInAnyLanguage(String language) {
    Page page = refer(320);
    page.locator("header select").selectOption(language);
    await().atMost(SOON).until(() -> language.equals(page.locator("html").getAttribute("lang")));
    search(page, "59000", "fr");
    assertThat(PagesIT.faults(page)).as("results").isEmpty();
    there(page, "choose").first().click();
    page.locator("summary").click();
    there(page, "agreed-phone").waitFor();
    assertThat(PagesIT.faults(page)).as("form").isEmpty();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(320);
    // Half a way to call her is refused, by the name of the field.
    there(page, "agreed-phone").fill("+33612345678");
    there(page, "send").click();
    page.locator("[role=alert]:visible").waitFor();
    assertThat(there(page, "send").count()).isEqualTo(1);
    page.context().close();
  }

  @Test
  void whatWasAcceptedForGoodOutlivesTheServerAndIsKeptOnce() {
    JsonObject body =
        new JsonObject()
            .put("request", UUID.randomUUID().toString())
            .put("service", "sample-fr-94-01")
            .put("sheAgreed", true)
            .put("agreed", new JsonObject().put("note", "after the kill"));
    Api referrer = ariane.as("dispatcher-1");
    Api.Answer sent = referrer.post("/v1/referrals", body);
    assertThat(sent.status()).isEqualTo(201);
    String id = sent.json().getString("id");

    ariane.kill("server");

    await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(90))
        .until(() -> ariane.as("operator-2").get("/v1/referrals/desk").text().contains(id));
    assertThat(ariane.as("operator-2").get("/v1/referrals/desk").text()).contains("after the kill");
    assertThat(ariane.as("operator-1").get("/v1/referrals/desk").text()).doesNotContain(id);
    assertThat(referrer.post("/v1/referrals", body).json().getString("id")).isEqualTo(id);
    assertThat(referrer.get("/v1/referrals").text()).contains(id).doesNotContain("after the kill");
    assertThat(ariane.as("registrar-1").send("DELETE", "/v1/referrals/" + id, "").status())
        .isEqualTo(404);
    assertThat(referrer.send("DELETE", "/v1/referrals/" + id, "").status()).isEqualTo(200);
    assertThat(ariane.as("operator-2").get("/v1/referrals/desk").text()).doesNotContain(id);
    assertThat(ariane.log()).doesNotContain("after the kill");
  }
}
