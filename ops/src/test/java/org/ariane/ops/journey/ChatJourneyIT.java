package org.ariane.ops.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.ariane.ops.journey.People.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// A chat from her phone to the operator's desk and on, in real browsers, one for each person.
class ChatJourneyIT {
  private static RunningAriane ariane;

  @RegisterExtension
  final TestExecutionExceptionHandler tellsTheLog =
      (context, failure) -> {
        System.err.println(ariane.log());
        throw failure;
      };

  private final List<Page> visitors = new ArrayList<>();
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

  /// Visitors say good-bye: one who just vanished would be waited for, and offered to the next
  /// test.
  @AfterEach
  void leave() {
    for (Page visitor : visitors) {
      if (visitor.url().startsWith(ariane.url())) {
        there(visitor, "exit").click();
        visitor.waitForURL(url -> !url.startsWith(ariane.url()));
      }
    }
    people.close();
  }

  @Test
  void bothWriteAndReadAfterTheOperatorAccepted() {
    Page operator = operator("operator-1");
    Page visitor = visitor("94700");

    there(operator, "offer").first().waitFor();
    there(operator, "accept").first().click();
    say(visitor, "il est à la porte");
    assertThat(there(operator, "message").last()).containsText("il est à la porte");
    say(operator, "je suis là");
    assertThat(there(visitor, "message").last()).containsText("je suis là");
  }

  @Test
  void dangerWithAKnownPlaceBecomesAnAlarmAtThePolice() {
    Page operator = operator("operator-1");
    Page visitor = visitor("94700");
    there(operator, "accept").first().click();
    there(visitor, "input").waitFor();

    danger(visitor);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(openIncidents().encode()).contains("\"trigger.silent\""));
  }

  @Test
  void dangerWithoutAPlaceSaysThatNobodyCanComeYet() {
    Page visitor = visitor("");
    there(visitor, "queue").waitFor();

    danger(visitor);

    assertThat(visitor.locator("body")).containsText("112");
    assertThat(visitor.locator("body")).containsText("114");
    assertThat(visitor.locator("body")).containsText("Personne ne peut venir tant que");
  }

  @Test
  void aTransferReachesTheOtherDeskWithTheTextOnlyIfSheAgrees() {
    Page first = operator("operator-1");
    Page visitor = visitor("94700");
    there(first, "accept").first().click();
    say(visitor, "un secret");
    assertThat(there(first, "message").last()).containsText("un secret");
    Page second = operator("operator-2");

    there(first, "transfer").first().click();
    first.locator("[data-desk=sample-fr-94-01]").first().click();
    visitor.locator("[data-answer=without]").click();
    there(second, "accept").first().click();
    say(visitor, "encore moi");

    assertThat(there(second, "message").last()).containsText("encore moi");
    assertThat(second.locator("body")).not().containsText("un secret");
  }

  @Test
  void theWayOutLeavesNothingToComeBackTo() {
    Page visitor = visitor("94700");
    there(visitor, "queue").waitFor();
    there(visitor, "exit").click();
    visitor.waitForURL(url -> !url.startsWith(ariane.url()));
    visitor.goBack();

    assertThat(visitor.url()).doesNotContain("/chat");
    assertThat(visitor.context().cookies()).isEmpty();
  }

  private Page operator(String account) {
    Page page = people.at(ariane.url(), "desk", ariane.token(account));
    page.locator("[data-testid=presence][aria-pressed=true]").waitFor();
    return page;
  }

  private Page visitor(String postcode) {
    Page page = people.visitor(ariane.url());
    visitors.add(page);
    sendElsewhereNowhere(page);
    there(page, "language-fr").click();
    if (!postcode.isEmpty()) {
      there(page, "postcode").fill(postcode);
    }
    there(page, "start").click();
    return page;
  }

  /// The way out leads to a page of somebody else: here it is answered by nobody's page.
  private static void sendElsewhereNowhere(Page page) {
    page.context()
        .route(
            url -> !url.startsWith(ariane.url()),
            route -> route.fulfill(new Route.FulfillOptions().setBody("elsewhere")));
  }

  private static void danger(Page visitor) {
    there(visitor, "danger").first().click();
  }

  private static void say(Page page, String text) {
    there(page, "input").first().fill(text);
    there(page, "send").first().click();
  }

  private static JsonArray openIncidents() {
    JsonObject answer = ariane.as("dispatcher-1").get("/v1/incidents?state=open").json();
    return answer.getJsonArray("incidents");
  }
}
