package org.ariane.chat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.contact.ContactId;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.text.TextChat;
import org.ariane.router.text.TextChats;
import org.ariane.router.text.TextInbox;
import org.ariane.router.text.TextMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody who writes by text message, and operators at their desks on a real server.
class TextChatIT {
  private static final PhoneNumber HERS = new PhoneNumber("+33677777701");
  private static final PhoneNumber LINE = new PhoneNumber("3919");

  private House house = new House();
  private final Shelf shelf = new Shelf();
  private final List<String> phone = new CopyOnWriteArrayList<>();
  private volatile boolean switchThere = true;
  private TextInbox inbox = open();

  /// What outlives a server, unless it is away.
  private static final class Shelf implements TextChats {
    final Map<ContactId, TextChat> kept = new ConcurrentHashMap<>();
    volatile boolean away;

    private void there() {
      if (away) {
        throw new LogUnavailableException("away", new IllegalStateException("away"));
      }
    }

    @Override
    public void put(TextChat chat) {
      there();
      kept.put(chat.contact().id(), chat);
    }

    @Override
    public void drop(ContactId contact) {
      there();
      kept.remove(contact);
    }

    @Override
    public List<TextChat> all() {
      there();
      return List.copyOf(kept.values());
    }
  }

  private TextInbox open() {
    return house.chat.texts(
        (line, to, text) -> {
          if (switchThere && to.equals(HERS)) {
            phone.add(text);
          }
          return switchThere;
        },
        shelf);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void writes(String text) {
    inbox.receive(new TextMessage(HERS, LINE, Optional.of(text), 0, false));
  }

  private void reads(String part) {
    await("reads " + part + " of " + phone)
        .until(() -> phone.stream().anyMatch(text -> text.contains(part)));
  }

  private static String text(JsonObject frame) {
    return frame.getJsonObject("message").getString("text");
  }

  @Test
  void sheIsAnsweredHonestlyJoinedWrittenToAndToldTheEnd() {
    Peer desk = house.operator(1);
    writes("Aidez-moi");
    reads("Une personne, pas une machine");
    JsonObject offer = desk.hears("offer").getJsonObject("offer");
    assertThat(offer.getString("channel")).isEqualTo("chat");
    assertThat(offer.getString("medium")).isEqualTo("text-message");
    assertThat(offer.encode()).doesNotContain("77777701");
    String contact = house.accept(desk);
    JsonObject conversation = desk.hears("conversation.opened").getJsonObject("conversation");
    assertThat(conversation.getString("medium")).isEqualTo("text-message");
    assertThat(conversation.getJsonArray("messages").encode()).contains("Aidez-moi");
    reads("Quelqu'un est là");

    writes("il dort");
    desk.hears("message", frame -> text(frame).equals("il dort"));
    desk.say("typing", "contact", contact);
    desk.say("message", "contact", contact, "id", "o1", "text", "Je vous lis");
    desk.say("message", "contact", contact, "id", "o1", "text", "Je vous lis");
    await().until(() -> desk.all("sent").size() == 2);
    switchThere = false;
    desk.say("message", "contact", contact, "id", "o2", "text", "pendant");
    desk.say("message", "contact", contact, "id", "o3", "text", "mot ".repeat(400));
    desk.hears("sent", frame -> frame.getString("id").equals("o3"));
    switchThere = true;
    reads("(3/3)");
    desk.say("end", "contact", contact);
    reads("La conversation est terminée");
    assertThat(phone.stream().filter("Je vous lis"::equals)).hasSize(1);
    assertThat(phone.stream().filter("pendant"::equals)).hasSize(1);
    await().until(shelf.kept::isEmpty);
    assertThat(desk.all().toString()).doesNotContain("77777701");

    writes("encore moi");
    await()
        .until(() -> phone.stream().filter(said -> said.contains("pas une machine")).count() == 2);
  }

  @Test
  void oneIsDangerAndThePlaceRaisesTheAlarmWithHerNumber() {
    writes("1");
    reads("Personne ne peut venir");
    assertThat(house.alarms).isEmpty();
    assertThat(shelf.kept.values().iterator().next().contact().danger().name())
        .isEqualTo("PLACE_UNKNOWN");
    Peer desk = house.operator(1);
    assertThat(desk.hears("offer").getJsonObject("offer").getString("danger"))
        .isEqualTo("place-unknown");
    writes("au 3 rue des Lilas, 94700 Maisons-Alfort");
    reads("L'alerte est enregistrée");
    Alarm alarm = house.alarms.getFirst();
    assertThat(alarm.phone()).hasValue(HERS);
    assertThat(alarm.address().orElseThrow().postcode()).hasValue("94700");
    assertThat(alarm.canTalk()).hasValue(false);
    writes("1");
    await().until(() -> phone.stream().filter(said -> said.contains("L'alerte")).count() == 2);
    assertThat(house.alarms).hasSize(1);
  }

  @Test
  void anotherServerGoesOnFirstInTheQueueAndTellsHer() {
    Peer desk = house.operator(1);
    writes("avant");
    String contact = house.accept(desk);
    writes("1");
    reads("Personne ne peut venir");
    await()
        .until(() ->
            shelf
                .kept
                .values()
                .iterator()
                .next()
                .contact()
                .danger()
                .name()
                .equals("PLACE_UNKNOWN"));
    house.close();
    phone.clear();

    house = new House();
    shelf.away = true;
    inbox = open();
    shelf.away = false;
    reads("Notre connexion a été interrompue");
    Peer other = house.operator(1);
    JsonObject offer = other.hears("offer").getJsonObject("offer");
    assertThat(offer.getString("contact")).isEqualTo(contact);
    assertThat(offer.getString("danger")).isEqualTo("place-unknown");
    house.accept(other);
    writes("94700");
    reads("L'alerte est enregistrée");
    other.say("message", "contact", contact, "id", "o1", "text", "Je suis là");
    reads("Je suis là");
    assertThat(shelf.kept).hasSize(1);
  }

  @Test
  void consentToATransferIsGivenByKey() {
    Peer desk = house.operator(1);
    writes("bonjour");
    String contact = house.accept(desk);
    desk.say("transfer", "contact", contact, "to", "sample-fr-94-01");
    reads("Répondez 2");
    writes("4");
    desk.hears("transfer", frame -> frame.getString("state").equals("stays"));
    Peer second = house.operator(2);
    desk.say("transfer", "contact", contact, "to", "sample-fr-94-01");
    await().until(() -> phone.stream().filter(said -> said.contains("Répondez 2")).count() == 2);
    writes("3");
    house.accept(second);
    reads("Nous vous passons maintenant");
    assertThat(
            second
                .hears("conversation.opened")
                .getJsonObject("conversation")
                .getBoolean("textShared"))
        .isFalse();
  }

  @Test
  void whatCannotBeTakenIsSaidAndChangesNothing() {
    house.close();
    house = new House(ChatSettings.STANDARD.withLimits(1, 10));
    inbox = open();
    inbox.receive(new TextMessage(HERS, LINE, Optional.empty(), 0, false));
    reads("Nous n'avons pas pu lire");
    assertThat(house.contacts.switchboard().counts()).isEmpty();
    inbox.receive(
        new TextMessage(new PhoneNumber("+33688888802"), LINE, Optional.of("x"), 0, false));
    await().until(() -> house.contacts.switchboard().counts().size() == 1);
    writes("no place");
    writes("no place");
    assertThat(house.registry.get("ariane.chat.texts").tag("outcome", "full").counter().count())
        .isEqualTo(2);
    assertThat(shelf.kept).hasSize(1);
    // One sentence of the machine in half a minute: the other was already said.
    assertThat(phone).hasSize(1);
  }

  @Test
  void whoWritesFasterThanPeopleDoIsToldThatSomeAreMissing() {
    for (int n = 0; n < 12; n++) {
      inbox.receive(new TextMessage(HERS, LINE, Optional.of("m" + n), n == 11 ? 40 : 0, false));
    }
    reads("Trop de messages à la fois");
    inbox.receive(
        new TextMessage(new PhoneNumber("+33688888802"), LINE, Optional.of("x"), 3, false));
    assertThat(house.registry.get("ariane.chat.texts").tag("outcome", "missed").counter().count())
        .isEqualTo(1);
  }
}
