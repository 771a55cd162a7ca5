package org.ariane.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A conversation handed from one desk to another, only as far as she agrees.
class ChatTransferIT {
  private static final String CRETEIL = "sample-fr-94-01";

  private final House house = new House();
  private final Peer first = house.operator(1);
  private final Peer visitor = house.visitor();
  private final String contact = house.accept(first);

  @AfterEach
  void close() {
    house.close();
  }

  private void asked() {
    visitor.say("message", "id", "v1", "text", "my story");
    first.hears("message");
    first.say("transfer", "contact", contact, "to", CRETEIL);
    assertThat(visitor.hears("transfer").getString("service")).contains("Créteil");
    first.hears("transfer", state("asked"));
  }

  private static java.util.function.Predicate<JsonObject> state(String state) {
    return frame -> frame.getString("state").equals(state);
  }

  private void answers(String answer) {
    visitor.say("consent", "id", visitor.hears("transfer").getString("id"), "answer", answer);
  }

  @Test
  void withHerTextTheOtherDeskReadsWhatWasWritten() {
    Peer second = house.operator(2);
    asked();
    answers("share");
    assertThat(second.hears("offer").getJsonObject("offer").getString("from")).isEqualTo("fr-3919");
    house.accept(second);
    JsonObject opened = second.hears("conversation.opened").getJsonObject("conversation");
    assertThat(opened.getBoolean("textShared")).isTrue();
    assertThat(opened.getJsonArray("messages").getJsonObject(0).getString("text"))
        .isEqualTo("my story");
    first.hears("transfer", state("accepted"));
    assertThat(first.hears("conversation.closed").getString("reason")).isEqualTo("transferred");
    assertThat(visitor.hears("transferred").getString("service")).contains("Créteil");
    second.say("message", "contact", contact, "id", "o1", "text", "hello");
    assertThat(visitor.hears("message").getString("text")).isEqualTo("hello");
    first.say("message", "contact", contact, "id", "o2", "text", "too late");
    assertThat(first.hears("error").getString("code")).isEqualTo("no-conversation");
  }

  @Test
  void withoutHerTextTheOtherDeskReadsNothingOfIt() {
    Peer second = house.operator(2);
    asked();
    answers("without");
    house.accept(second);
    JsonObject opened = second.hears("conversation.opened").getJsonObject("conversation");
    assertThat(opened.getBoolean("textShared")).isFalse();
    assertThat(opened.getJsonArray("messages")).isEqualTo(new JsonArray());
    Peer tab = house.desk("token-2");
    assertThat(tab.all().toString()).doesNotContain("my story");
  }

  @Test
  void whoWantsToStayStays() {
    Peer second = house.operator(2);
    asked();
    answers("stay");
    first.hears("transfer", state("stays"));
    assertThat(second.all("offer")).isEmpty();
    first.say("message", "contact", contact, "id", "o1", "text", "of course");
    visitor.hears("message");
  }

  @Test
  void declinedTransferReturnsToWhereSheNeverLeft() {
    Peer second = house.operator(2);
    asked();
    answers("share");
    JsonObject offer = second.hears("offer").getJsonObject("offer");
    second.say("decline", "offer", offer.getString("id"));
    assertThat(first.hears("transfer", state("returned")).getString("cause")).isEqualTo("declined");
    visitor.hears("returned");
    visitor.say("message", "id", "v2", "text", "still with you");
    first.hears("message", frame -> frame.getJsonObject("message").getString("id").equals("v2"));
    assertThat(second.all("conversation.opened")).isEmpty();
  }

  @Test
  void transferToADeskWhereNobodyIsReturnsAtOnce() {
    asked();
    answers("without");
    assertThat(first.hears("transfer", state("returned")).getString("cause")).isEqualTo("nobody");
  }
}
