package org.ariane.chat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A visitor and operators on a real server with real sockets.
class ChatIT {
  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void visitorWaitsIsJoinedAndBothWrite() {
    Peer visitor = house.visitorAt("94700");
    JsonObject queue = visitor.all("queue").getFirst();
    assertThat(queue.getInteger("position")).isEqualTo(1);
    assertThat(queue.getJsonArray("alternatives")).isNotEmpty();
    Peer desk = house.operator(1);
    JsonObject offer = desk.hears("offer").getJsonObject("offer");
    assertThat(offer.getString("channel")).isEqualTo("chat");
    assertThat(offer.getString("postcode")).isEqualTo("94700");
    assertThat(offer.getString("language")).isEqualTo("fr");
    String contact = house.accept(desk);
    assertThat(visitor.hears("joined").getString("service")).startsWith("3919");

    visitor.say("message", "id", "v1", "text", "Bonjour");
    assertThat(visitor.hears("sent").getString("id")).isEqualTo("v1");
    assertThat(text(desk.hears("message"))).isEqualTo("Bonjour");
    desk.say("typing", "contact", contact);
    visitor.hears("typing");
    desk.say("message", "contact", contact, "id", "o1", "text", "Je vous lis");
    assertThat(visitor.hears("message").getString("text")).isEqualTo("Je vous lis");
    desk.hears("sent");
    desk.say("seen", "contact", contact, "id", "v1");
    assertThat(visitor.hears("seen").getString("id")).isEqualTo("v1");
    visitor.say("typing");
    desk.hears("typing");
    visitor.say("seen", "id", "o1");
    assertThat(desk.hears("seen").getString("id")).isEqualTo("o1");
    visitor.say("leave");
    assertThat(visitor.hears("ended").getString("reason")).isEqualTo("left");
    assertThat(desk.hears("conversation.closed").getString("reason")).isEqualTo("left");
  }

  private static String text(JsonObject frame) {
    return frame.getJsonObject("message").getString("text");
  }

  @Test
  void sameMessageIdTwiceIsOneMessage() {
    Peer desk = house.operator(1);
    Peer visitor = house.visitor();
    String contact = house.accept(desk);
    visitor.say("message", "id", "v1", "text", "once").say("message", "id", "v1", "text", "once");
    await().until(() -> visitor.all("sent").size() == 2);
    desk.say("message", "contact", contact, "id", "o1", "text", "one");
    desk.say("message", "contact", contact, "id", "o1", "text", "one");
    await().until(() -> desk.all("sent").size() == 2);
    visitor.say("message", "id", "v2", "text", "end");
    desk.hears("message", frame -> text(frame).equals("end"));
    assertThat(desk.all("message").stream().map(ChatIT::text))
        .containsExactlyInAnyOrder("once", "one", "end");
    assertThat(visitor.all("message")).hasSize(1);
  }

  @Test
  void networkCutLosesAndDoublesNothing() {
    Peer desk = house.operator(1);
    Peer visitor = house.visitor();
    String contact = house.accept(desk);
    visitor.hears("joined");
    String secret = visitor.all("started").getFirst().getString("resume");
    desk.say("message", "contact", contact, "id", "o1", "text", "before");
    visitor.hears("message");
    long received = visitor.received();
    visitor.cut();
    desk.say("message", "contact", contact, "id", "o2", "text", "during 1");
    desk.say("message", "contact", contact, "id", "o3", "text", "during 2");
    desk.hears("sent", frame -> frame.getString("id").equals("o3"));

    Peer again = house.socket("/v1/chat");
    again.say(
        new JsonObject().put("type", "resume").put("resume", secret).put("received", received));
    again.hears("message", frame -> frame.getString("id").equals("o3"));
    assertThat(again.all("message").stream().map(frame -> frame.getString("id")))
        .containsExactly("o2", "o3");
    assertThat(again.all().getFirst().getLong("n")).isEqualTo(received + 1);
    again.say("message", "id", "v1", "text", "here");
    desk.hears("message", frame -> text(frame).equals("here"));
  }

  @Test
  void resumeOfAnUnknownChatEndsHonestly() {
    Peer visitor = house.socket("/v1/chat");
    visitor.say("resume", "resume", "x".repeat(43));
    assertThat(visitor.hears("ended").getString("reason")).isEqualTo("unknown");
    assertThat(visitor.closed()).isEqualTo(1000);
  }

  @Test
  void dangerAtAKnownPlaceRaisesOneAlarmHoweverOftenSheTaps() {
    Peer visitor = house.visitorAt("94700");
    visitor.say("danger").say("danger");
    JsonObject danger = visitor.hears("danger");
    assertThat(danger.getString("state")).isEqualTo("alerted");
    assertThat(danger.getJsonArray("numbers").contains("114")).isTrue();
    visitor.say("danger");
    await().until(() -> visitor.all("danger").size() >= 2);
    assertThat(house.alarms).hasSize(1);
    assertThat(house.alarms.getFirst().messageId()).startsWith("co-");
    assertThat(house.alarms.getFirst().address().orElseThrow().postcode()).hasValue("94700");
    Peer desk = house.operator(1);
    assertThat(desk.hears("offer").getJsonObject("offer").getString("danger")).isEqualTo("alerted");
  }

  @Test
  void dangerAtAnUnknownPlaceComesFirstAndThePlaceRaisesTheAlarm() {
    house.visitor();
    Peer second = house.visitor();
    second.say("danger");
    JsonObject danger = second.hears("danger");
    assertThat(danger.getString("state")).isEqualTo("place-unknown");
    assertThat(danger.getJsonArray("numbers").encode()).isEqualTo("[\"112\",\"114\"]");
    assertThat(house.alarms).isEmpty();
    Peer desk = house.operator(1);
    assertThat(desk.hears("offer").getJsonObject("offer").getString("danger"))
        .isEqualTo("place-unknown");
    String contact = house.accept(desk);
    second.say("place", "postcode", "94700");
    second.hears("danger", frame -> frame.getString("state").equals("alerted"));
    JsonObject told = desk.hears("danger", frame -> frame.getString("state").equals("alerted"));
    assertThat(told.getString("contact")).isEqualTo(contact);
    assertThat(told.getString("incident")).startsWith("in-");
    assertThat(house.alarms).hasSize(1);
  }

  @Test
  void alarmThatIsNotDurableTellsHerToDial() {
    house.intake =
        alarm ->
            new org.ariane.router.alarm.Receipt.NotDurable(
                new org.ariane.directory.phone.PhoneNumber("17"), 30);
    Peer visitor = house.visitorAt("94700");
    visitor.say("danger");
    JsonObject danger = visitor.hears("danger");
    assertThat(danger.getString("state")).isEqualTo("not-durable");
    assertThat(danger.getJsonArray("numbers").getString(0)).isEqualTo("17");
  }

  @Test
  void whoIsNotSafeComesFirstAndRaisesNoAlarm() {
    house.visitor();
    Peer second = house.socket("/v1/chat");
    second.say(start().put("forWhom", "child").put("safeNow", false));
    second.hears("queue");
    Peer desk = house.operator(1);
    JsonObject offer = desk.hears("offer").getJsonObject("offer");
    assertThat(offer.getString("forWhom")).isEqualTo("child");
    assertThat(offer.getBoolean("safeNow")).isFalse();
    assertThat(offer.getString("danger")).isEqualTo("none");
    assertThat(offer.getJsonArray("reasons").encode()).contains("not-safe");
    house.accept(desk);
    JsonObject opened = desk.hears("conversation.opened").getJsonObject("conversation");
    assertThat(opened.getString("forWhom")).isEqualTo("child");
    second.say("place", "postcode", "94700").say("message", "id", "v1", "text", "here");
    desk.hears("message");
    assertThat(house.alarms).isEmpty();
  }

  @Test
  void whatCannotBeUnderstoodAtTheStartKeepsNobodyFromAHuman() {
    Peer visitor = house.socket("/v1/chat");
    visitor.say(start().put("forWhom", 7).put("safeNow", "perhaps").put("language", "klingon!"));
    visitor.hears("queue");
  }

  private static JsonObject start() {
    return new JsonObject().put("type", "start").put("language", "fr");
  }

  @Test
  void declinedChatIsOfferedToTheNextDesk() {
    Peer first = house.operator(1);
    Peer visitor = house.visitor();
    first.say("decline", "offer", first.hears("offer").getJsonObject("offer").getString("id"));
    assertThat(first.hears("offer.withdrawn").getString("cause")).isEqualTo("declined");
    Peer second = house.operator(2);
    house.accept(second);
    visitor.hears("joined");
  }

  @Test
  void visitorWhoLeavesWhileItRingsTakesTheOfferAway() {
    Peer desk = house.operator(1);
    Peer visitor = house.visitor();
    desk.hears("offer");
    visitor.say("leave");
    assertThat(desk.hears("offer.withdrawn").getString("cause")).isEqualTo("left");
    assertThat(house.contacts.switchboard().counts()).isEmpty();
  }

  @Test
  void deskLostForLongGivesTheVisitorBackToTheQueue() {
    Peer desk = house.operator(1);
    Peer visitor = house.visitor();
    house.accept(desk);
    visitor.hears("joined");
    desk.cut();
    assertThat(visitor.hears("queue", frame -> frame.getBoolean("again", false))).isNotNull();
    Peer other = house.operator(2);
    house.accept(other);
    await().until(() -> visitor.all("joined").size() == 2);
  }

  @Test
  void deskReloadedKeepsItsConversationAndSecondTabWorksToo() {
    Peer desk = house.operator(1);
    Peer visitor = house.visitor();
    String contact = house.accept(desk);
    visitor.say("message", "id", "v1", "text", "still here");
    desk.hears("message");
    Peer tab = house.desk("token-1");
    desk.cut();
    JsonObject open = tab.hears("snapshot").getJsonArray("conversations").getJsonObject(0);
    assertThat(open.getString("contact")).isEqualTo(contact);
    assertThat(open.getJsonArray("messages").getJsonObject(0).getString("text"))
        .isEqualTo("still here");
    tab.say("message", "contact", contact, "id", "o1", "text", "yes");
    visitor.hears("message");
    tab.say("end", "contact", contact);
    assertThat(visitor.hears("ended").getString("reason")).isEqualTo("operator");
  }

  @Test
  void deskStreamGoesOnAfterWhatThePageHeard() {
    Peer desk = house.operator(1);
    Peer visitor = house.visitor();
    house.accept(desk);
    visitor.say("message", "id", "v1", "text", "one");
    long after = desk.hears("message").getLong("seq");
    visitor.say("message", "id", "v2", "text", "two");
    desk.hears("message", frame -> text(frame).equals("two"));
    Peer tab = house.socket("/v1/desk/stream");
    tab.say(new JsonObject().put("token", "token-1").put("after", after));
    tab.hears("snapshot");
    assertThat(tab.all("message").stream().map(ChatIT::text)).containsExactly("two");
    assertThat(tab.all("message").getFirst().getLong("seq")).isEqualTo(after + 1);
  }

  @Test
  void pageThatGoesSilentlyLeavesTheQueueAfterAWhile() {
    try (House short1 = new House(ChatSettings.STANDARD.withResume(Duration.ofMillis(300)))) {
      Peer visitor = short1.visitor();
      visitor.cut();
      await().until(() -> short1.contacts.switchboard().counts().isEmpty());
      assertThat(short1.registry.get("ariane.chats.open").gauge().value()).isZero();
    }
  }
}
