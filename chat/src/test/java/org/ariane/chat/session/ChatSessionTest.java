package org.ariane.chat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.chat.protocol.ServerFrame;
import org.ariane.chat.protocol.VisitorFrame.Answer;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.ariane.router.desk.DangerNotice;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.Message;
import org.ariane.router.desk.MessageId;
import org.junit.jupiter.api.Test;

class ChatSessionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
  private static final PrincipalId FIRST = new PrincipalId("operator-1");
  private static final PrincipalId SECOND = new PrincipalId("operator-2");
  private static final ServiceId HOTLINE = new ServiceId("fr-3919");
  private static final ServiceId CRETEIL = new ServiceId("sample-fr-94-01");
  private static final Postcode PLACE = Postcode.parse("94700").orElseThrow();
  private static final List<String> NUMBERS = List.of("112", "114");

  private final ChatSession session =
      new ChatSession(
          new Contact(
              new ContactId("co-00000000000000000000000001"),
              ContactChannel.CHAT,
              new LineId("3919"),
              Optional.of(Language.FR),
              Optional.empty(),
              Danger.NONE,
              false,
              Optional.empty(),
              NOW,
              false));

  private List<ChatEffect> on(ChatEvent event) {
    return session.on(event, NOW);
  }

  private List<ServerFrame> heard(ChatEvent event) {
    List<ServerFrame> frames = new ArrayList<>();
    for (ChatEffect effect : on(event)) {
      if (effect instanceof ChatEffect.ToVisitor(ServerFrame frame)) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private static MessageId id(String text) {
    return new MessageId(text);
  }

  private void joined() {
    on(new ChatEvent.Joined(FIRST, HOTLINE, "3919"));
  }

  private void transferAgreed(Answer answer) {
    on(new ChatEvent.TransferAsked(FIRST, CRETEIL, "Créteil"));
    on(new ChatEvent.Consented("t1", answer));
  }

  @Test
  void queueIsSaidAgainOnlyWhenItChanges() {
    ChatEvent waits = new ChatEvent.Waits(2, Optional.empty(), List.of());
    assertThat(heard(waits)).hasSize(1);
    assertThat(heard(waits)).isEmpty();
    assertThat(heard(new ChatEvent.Waits(1, Optional.empty(), List.of()))).hasSize(1);
  }

  @Test
  void messageWithTheSameIdIsConfirmedAgainButIsOneMessage() {
    joined();
    ChatEvent said = new ChatEvent.VisitorSaid(id("v1"), "hello");
    assertThat(on(said)).anyMatch(ChatEffect.ToDesk.class::isInstance);
    assertThat(on(said)).containsExactly(new ChatEffect.ToVisitor(new ServerFrame.Sent(id("v1"))));
  }

  @Test
  void sameIdOfTheTwoSidesAreTwoMessages() {
    joined();
    on(new ChatEvent.VisitorSaid(id("1"), "hers"));
    assertThat(heard(new ChatEvent.OperatorSaid(FIRST, id("1"), "his")))
        .containsExactly(new ServerFrame.Said(id("1"), "his"));
  }

  @Test
  void onlyHerOperatorIsHeard() {
    joined();
    assertThat(on(new ChatEvent.OperatorSaid(SECOND, id("o1"), "who?"))).isEmpty();
    assertThat(on(new ChatEvent.OperatorTyped(SECOND))).isEmpty();
    assertThat(on(new ChatEvent.OperatorEnded(SECOND))).isEmpty();
  }

  @Test
  void dangerWithoutAPlaceMakesHerUrgentAndThePlaceRaisesTheAlarm() {
    List<ChatEffect> effects = on(new ChatEvent.DangerSaid(false, NUMBERS));
    assertThat(effects).noneMatch(ChatEffect.RaiseAlarm.class::isInstance);
    assertThat(session.contact().danger()).isEqualTo(Danger.PLACE_UNKNOWN);
    effects = on(new ChatEvent.PlaceSaid(PLACE, true, NUMBERS));
    assertThat(effects).filteredOn(ChatEffect.RaiseAlarm.class::isInstance).hasSize(1);
  }

  @Test
  void dangerWhileTheAlarmIsHandedInRaisesNoSecond() {
    on(new ChatEvent.PlaceSaid(PLACE, true, NUMBERS));
    assertThat(on(new ChatEvent.DangerSaid(true, NUMBERS)))
        .anyMatch(ChatEffect.RaiseAlarm.class::isInstance);
    assertThat(on(new ChatEvent.DangerSaid(true, NUMBERS))).isEmpty();
    on(new ChatEvent.AlarmAnswered(DangerNotice.ALERTED, Optional.empty(), NUMBERS));
    assertThat(heard(new ChatEvent.DangerSaid(true, NUMBERS)))
        .containsExactly(new ServerFrame.Danger(DangerNotice.ALERTED, NUMBERS));
  }

  @Test
  void alarmThatWasNotDurableIsTriedAgainWhenSheTapsAgain() {
    on(new ChatEvent.PlaceSaid(PLACE, true, NUMBERS));
    on(new ChatEvent.DangerSaid(true, NUMBERS));
    on(new ChatEvent.AlarmAnswered(DangerNotice.NOT_DURABLE, Optional.empty(), NUMBERS));
    assertThat(on(new ChatEvent.DangerSaid(true, NUMBERS)))
        .anyMatch(ChatEffect.RaiseAlarm.class::isInstance);
  }

  @Test
  void placeWithoutPoliceStaysUnknown() {
    on(new ChatEvent.DangerSaid(false, NUMBERS));
    assertThat(heard(new ChatEvent.PlaceSaid(PLACE, false, NUMBERS)))
        .containsExactly(new ServerFrame.Danger(DangerNotice.PLACE_UNKNOWN, NUMBERS));
  }

  @Test
  void transferWithTextShowsWhatWasWrittenByWhom() {
    joined();
    on(new ChatEvent.VisitorSaid(id("v1"), "my story"));
    on(new ChatEvent.OperatorSaid(FIRST, id("o1"), "I see"));
    transferAgreed(Answer.SHARE);
    on(new ChatEvent.TransferAccepted(SECOND, CRETEIL, "Créteil"));
    assertThat(session.seenBy(SECOND).messages())
        .extracting(Message::author)
        .containsExactly(Message.Author.VISITOR, Message.Author.EARLIER_OPERATOR);
  }

  @Test
  void transferWithoutTextShowsOnlyWhatComesAfter() {
    joined();
    on(new ChatEvent.VisitorSaid(id("v1"), "my story"));
    transferAgreed(Answer.WITHOUT);
    on(new ChatEvent.VisitorSaid(id("v2"), "still to the first"));
    on(new ChatEvent.TransferAccepted(SECOND, CRETEIL, "Créteil"));
    on(new ChatEvent.VisitorSaid(id("v3"), "hello"));
    assertThat(session.seenBy(SECOND).messages())
        .extracting(message -> message.id().value())
        .containsExactly("v3");
    assertThat(session.seenBy(SECOND).textShared()).isFalse();
  }

  @Test
  void answerToAnOldQuestionIsNoConsent() {
    joined();
    on(new ChatEvent.TransferAsked(FIRST, CRETEIL, "Créteil"));
    on(new ChatEvent.TransferAsked(FIRST, CRETEIL, "Créteil"));
    assertThat(on(new ChatEvent.Consented("t1", Answer.SHARE))).isEmpty();
    assertThat(on(new ChatEvent.Consented("t2", Answer.SHARE)))
        .containsExactly(new ChatEffect.HandOver(FIRST, CRETEIL));
    assertThat(on(new ChatEvent.Consented("t2", Answer.STAY))).isEmpty();
  }

  @Test
  void operatorLostMeansWaitingAgainAndAnotherDeskReadsNothingUnasked() {
    joined();
    on(new ChatEvent.VisitorSaid(id("v1"), "my story"));
    on(new ChatEvent.Interrupted(FIRST));
    assertThat(heard(new ChatEvent.Waits(1, Optional.empty(), List.of())))
        .containsExactly(new ServerFrame.Queue(1, Optional.empty(), List.of(), true));
    on(new ChatEvent.Joined(SECOND, CRETEIL, "Créteil"));
    assertThat(session.seenBy(SECOND).messages()).isEmpty();
  }

  @Test
  void nothingHappensAfterTheEndAndNothingIsKept() {
    joined();
    on(new ChatEvent.VisitorSaid(id("v1"), "my story"));
    assertThat(on(new ChatEvent.VisitorLeft()))
        .contains(
            new ChatEffect.ToDesk(FIRST, new DeskNews.Closed(session.id(), "left")),
            new ChatEffect.Gone());
    assertThat(session.ended()).isTrue();
    assertThat(session.seenBy(FIRST).messages()).isEmpty();
    assertThat(on(new ChatEvent.VisitorSaid(id("v2"), "late"))).isEmpty();
  }

  @Test
  void framesAreRepeatedFromWhereShePleasesAndNeverFromTheFuture() {
    Outgoing outgoing = new Outgoing();
    for (int i = 0; i < 3; i++) {
      outgoing.number(new ServerFrame.Joined("3919"));
    }
    assertThat(outgoing.number(new ServerFrame.Typing()).n()).isZero();
    assertThat(outgoing.after(1).orElseThrow())
        .extracting(Outgoing.Numbered::n)
        .containsExactly(2L, 3L);
    assertThat(outgoing.after(3)).hasValue(List.of());
    assertThat(outgoing.after(4)).isEmpty();
  }

  @Test
  void textFormsCarryNoWords() {
    assertThat(new ServerFrame.Said(id("o1"), "secret").toString()).doesNotContain("secret");
    assertThat(new Message(id("o1"), Message.Author.VISITOR, "secret", NOW).toString())
        .doesNotContain("secret");
  }
}
