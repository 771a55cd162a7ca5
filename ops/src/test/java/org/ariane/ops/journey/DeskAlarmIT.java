package org.ariane.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// An operator alerts the police from her desk, in a real browser.
class DeskAlarmIT {
  private static RunningAriane ariane;

  @RegisterExtension
  final TestExecutionExceptionHandler tellsTheLog =
      (context, failure) -> {
        System.err.println(ariane.log());
        throw failure;
      };

  private People people;

  @BeforeAll
  static void start() {
    ariane = RunningAriane.withoutTelephony("");
  }

  @AfterAll
  static void stop() {
    if (ariane != null) {
      ariane.close();
    }
  }

  @BeforeEach
  void arrive() {
    people = People.arrive();
  }

  @AfterEach
  void leave() {
    people.close();
  }

  @Test
  void aWitnessIsHelpedByKeyboardOnANarrowScreenUntilAHumanTookIt() {
    Page desk = operator();
    people.at(ariane.url(), "dispatch", ariane.token("dispatcher-1"));
    desk.setViewportSize(320, 640);
    desk.locator("select").first().selectOption("en");
    assertThat(outside(desk, "alert")).containsText("Alert the police");
    there(desk, "presence").focus();
    desk.keyboard().press("p");
    assertThat(outside(desk, "alert-text")).isFocused();
    desk.keyboard().type("12 rue des Tilleuls");
    desk.keyboard().press("Tab");
    desk.keyboard().type("94700");
    outside(desk, "alert-forSomeoneElse").check();
    outside(desk, "alert-weapons").check();
    outside(desk, "alert-note").fill("screams next door");
    assertThat(
            (Boolean)
                desk.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .isTrue();
    photograph(desk);
    outside(desk, "alert-text").press("Enter");

    assertThat(outside(desk, "alert-result")).containsText("a police centre has it");
    JsonObject incident = incident("screams next door");
    assertThat(incident.getBoolean("forSomeoneElse")).isTrue();
    assertThat(incident.getJsonArray("notes").getString(0)).startsWith("Weapons are present");
    assertThat(incident.getJsonObject("address").getString("text"))
        .isEqualTo("12 rue des Tilleuls");
    ariane
        .as("dispatcher-1")
        .post(
            "/v1/incidents/" + incident.getString("id") + "/acknowledgement",
            new JsonObject().put("status", "accepted"));
    assertThat(outside(desk, "alert-status")).containsText("Someone at the police has taken it");
  }

  @Test
  void inAConversationTheButtonJoinsHerTapAndABetterAddressIsAnUpdate() {
    Page desk = operator();
    people.at(ariane.url(), "dispatch", ariane.token("dispatcher-1"));
    Page visitor = people.visitor(ariane.url());
    there(visitor, "language-fr").click();
    there(visitor, "postcode").fill("94700");
    there(visitor, "start").click();
    there(desk, "accept").first().click();
    there(visitor, "input").waitFor();
    there(visitor, "danger").first().click();
    var talk = there(desk, "conversation");
    desk.locator("[data-testid=conversation][data-danger=alerted]").waitFor();
    talk.locator("[data-testid=alert]").click();
    talk.locator("[data-testid=alert-text]").fill("3 quai Fernand-Saguet");
    talk.locator("[data-testid=alert-send]").click();
    talk.locator("[data-testid=alert-status]").waitFor();
    talk.locator("[data-testid=alert]").click();
    talk.locator("[data-testid=alert-text]").fill("5 quai Fernand-Saguet");
    talk.locator("[data-testid=alert-send]").click();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> incidents().encode().contains("5 quai Fernand-Saguet"));
    JsonObject incident = incident("5 quai Fernand-Saguet");
    assertThat(incident.getJsonArray("sources")).containsExactly("chat", "operator");
    assertThat(incident.getJsonArray("alarms")).hasSize(2);
    assertThat(incident.getString("language")).isEqualTo("fr");
    visitor.context().route(url -> !url.startsWith(ariane.url()), route -> route.abort());
    there(visitor, "exit").click();
  }

  @Test
  void withoutACentreOrAServerSheIsToldToTelephone() {
    Page desk = operator();
    desk.locator("select").first().selectOption("en");
    outside(desk, "alert").click();
    outside(desk, "alert-postcode").fill("59000");
    outside(desk, "alert-send").click();
    assertThat(outside(desk, "alert-result")).containsText("NO CENTRE can be reached: call 1");

    desk.route("**/v1/desk/alarms", route -> route.abort());
    outside(desk, "alert").click();
    outside(desk, "alert-send").click();
    assertThat(outside(desk, "alert-result")).containsText("nobody knows whether it arrived");
  }

  /// The form for whoever is on a line that the page knows nothing of.
  private static Locator outside(Page desk, String testId) {
    return desk.locator(".outside [data-testid=" + testId + "]");
  }

  private Page operator() {
    Page page = people.at(ariane.url(), "desk", ariane.token("operator-1"));
    page.locator("[data-testid=presence][aria-pressed=true]").waitFor();
    return page;
  }

  private static void photograph(Page page) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures/desk-alarm-320.png")));
  }

  private static JsonObject incident(String containing) {
    return incidents().stream()
        .map(JsonObject.class::cast)
        .filter(incident -> incident.encode().contains(containing))
        .findFirst()
        .orElseThrow();
  }

  private static JsonArray incidents() {
    return ariane
        .as("dispatcher-1")
        .get("/v1/incidents?state=open")
        .json()
        .getJsonArray("incidents");
  }
}
