package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.asterisk.Legs.Leg;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.CallbackPhone;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.DtmfEndEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchNewsTest {
  private static final String CONTACT = "co-01JD8Z4T9K0000000000000000";
  private static final String CALLBACK = "cb-01JD8Z4T9K0000000000000000";
  private static final String OFFER = "of-01JD8Z4T9K0000000000000000";

  private final List<String> unanswered = new ArrayList<>();
  private final Recorder switchboard = new Recorder();
  private final Calls calls = new Calls();
  private final Asides asides = new Asides();
  private final Known known =
      new Known(
          calls,
          new Phones(
              Set.of(new PrincipalId("operator-1")),
              Set.of(new PrincipalId("operator-1")),
              switchboard::phone),
          new Legs());
  private static final Contact CALLER =
      new Contact(
          new ContactId(CONTACT),
          ContactChannel.CALL,
          new LineId("3919"),
          Optional.empty(),
          Optional.empty(),
          Danger.NONE,
          false,
          Optional.empty(),
          Instant.EPOCH,
          false);
  private final Map<String, String> channel = new HashMap<>();
  private final Adoption.CallReader reader =
      new Adoption.CallReader() {
        @Override
        public Optional<String> variable(Word leg, String name) {
          return Optional.ofNullable(channel.get(name));
        }

        @Override
        public Optional<Contact> contact(SwitchId on, String caller) {
          return Optional.of(CALLER);
        }
      };
  private final SwitchNews news =
      new SwitchNews(
          SwitchId.LOCAL,
          switchboard,
          known,
          new OperatorDevices(Set.of(new PrincipalId("operator-1")), SwitchId.LOCAL),
          new VoiceMetrics(new SimpleMeterRegistry(), SwitchId.LOCAL),
          new DutyRings(),
          (contact, exercise) -> unanswered.add(contact + " exercise " + exercise),
          asides,
          new TalkReports() {
            @Override
            public void on(ArianeEvent event) {}

            @Override
            public void failed(String id) {}
          },
          new LostNeighbours(_ -> false, (_, _) -> {}),
          new Adoption(SwitchId.LOCAL, known, switchboard, reader, Runnable::run),
          () -> {});

  @ParameterizedTest
  @CsvSource({
    "accepted, '', '', accepted of-01JD8Z4T9K0000000000000000",
    "offer-ended, declined, 16, declined of-01JD8Z4T9K0000000000000000",
    "offer-ended, unanswered, 16, unanswered of-01JD8Z4T9K0000000000000000",
    "offer-ended, accepted, 16," + " parted co-01JD8Z4T9K0000000000000000 operator-1 again false",
    "offer-ended, accepted, 44, parted co-01JD8Z4T9K0000000000000000 operator-1 again true",
    "gone, '', '', left co-01JD8Z4T9K0000000000000000",
    "rang-answered, '', '', 'ring ended, answered true'",
  })
  void reportsWhatTheDialplanTells(String what, String answer, String cause, String report) {
    news.on(event(what, answer, cause));
    assertThat(switchboard.reports).containsExactly(report);
  }

  @ParameterizedTest
  @CsvSource({
    "PJSIP/operator-1, NOT_INUSE, operator-1 IDLE",
    "PJSIP/operator-1, BUSY, operator-1 IN_USE",
    "PJSIP/operator-1, RINGING, operator-1 RINGING",
    "PJSIP/operator-1, UNAVAILABLE, operator-1 UNREACHABLE",
    "PJSIP/operator-1, INVALID, operator-1 UNREACHABLE",
  })
  void tellsTelephonesOfOperators(String device, String state, String report) {
    news.on(device(device, state));
    assertThat(switchboard.reports).containsExactly(report);
  }

  @Test
  void keysOfCallersAndEndsOfCallbacksAreHeardBesideTheirCalls() {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    asides.attend(new Listening(heard), new Listening(heard));
    calls.seen(new ContactId(CONTACT), SwitchId.LOCAL, "PJSIP/anonymous-1", Instant.EPOCH);

    news.on(key("PJSIP/anonymous-1", "1", "Received"));
    news.on(key("PJSIP/anonymous-1", "9", "Sent"));
    news.on(key("PJSIP/anonymous-2", "8", "Received"));
    news.on(key("PJSIP/anonymous-1", "#", "Received"));
    for (String how : List.of("ANSWER", "NOANSWER", "CONGESTION", "declined")) {
      ArianeEvent ended = event("callback-ended", how, "");
      ended.setCallback(CALLBACK);
      news.on(ended);
    }

    await()
        .untilAsserted(() ->
            assertThat(heard)
                .containsExactly("1", "#", "answered", "unanswered", "failed", "declined"));
  }

  private static DtmfEndEvent key(String channel, String digit, String direction) {
    DtmfEndEvent key = new DtmfEndEvent(channel);
    key.setChannel(channel);
    key.setDigit(digit);
    key.setDirection(direction);
    key.setDateReceived(Date.from(Instant.EPOCH));
    return key;
  }

  private record Listening(Queue<String> heard) implements CallerWatch, CallbackPhone.Attempt {
    @Override
    public void pressed(ContactId contact, char key, Instant at) {
      heard.add(String.valueOf(key));
    }

    @Override
    public void silent(ContactId contact, PhoneNumber phone, boolean exercise) {}

    @Override
    public void gone(ContactId contact) {}

    @Override
    public Optional<PhoneNumber> number(CallbackId id, PrincipalId operator) {
      return Optional.empty();
    }

    @Override
    public void ended(CallbackId id, String outcome) {
      heard.add(outcome);
    }
  }

  @Test
  void otherDevicesAndBrokenIdsAreNobody() {
    news.on(device("PJSIP/trunk", "NOT_INUSE"));
    ArianeEvent broken = event("accepted", "", "");
    broken.setOffer("of-1");
    news.on(broken);
    assertThat(switchboard.reports).isEmpty();
  }

  @Test
  void policeWhoNeverAnswerAreTold() {
    ArianeEvent event = event("police-unanswered", "", "");
    event.setExercise("1");
    news.on(event);
    assertThat(unanswered).containsExactly(CONTACT + " exercise true");
    assertThat(switchboard.reports).isEmpty();
  }

  @Test
  void callerWhoIsMissingFromTwoListsInARowHasLeft() {
    calls.seen(new ContactId(CONTACT), SwitchId.LOCAL, "PJSIP/anonymous-1", Instant.EPOCH);
    for (int list = 0; list < 2; list++) {
      assertThat(switchboard.reports).isEmpty();
      news.expectList();
      news.on(new CoreShowChannelsCompleteEvent(this));
    }
    assertThat(switchboard.reports).containsExactly("left " + CONTACT);
  }

  @Test
  void legWhoseEndNobodyHeardIsMadeUpFor() {
    calls.seen(new ContactId(CONTACT), SwitchId.LOCAL, "PJSIP/anonymous-1", Instant.EPOCH);
    known.legs().began(leg(false));
    news.on(event("accepted", "", ""));
    for (int list = 0; list < 2; list++) {
      news.expectList();
      news.on(listed("PJSIP/anonymous-1", "1.1"));
      news.on(new CoreShowChannelsCompleteEvent(this));
    }
    assertThat(switchboard.reports)
        .last()
        .isEqualTo("parted " + CONTACT + " operator-1 again true");
  }

  @Test
  void offerThatNoLongerRingsIsUnanswered() {
    known.legs().began(leg(false));
    for (int list = 0; list < 2; list++) {
      assertThat(switchboard.reports).isEmpty();
      news.expectList();
      news.on(new CoreShowChannelsCompleteEvent(this));
    }
    assertThat(switchboard.reports).containsExactly("unanswered " + OFFER);
  }

  @Test
  void talkThatAnotherServerBeganIsTakenOver() {
    channel.putAll(
        Map.of(
            "ARIANE_CONTACT",
            CONTACT,
            "ARIANE_OPERATOR",
            "operator-1",
            "ARIANE_ANSWER",
            "accepted",
            "ARIANE_CALLER",
            "PJSIP/anonymous-1"));
    news.expectList();
    news.on(listed("PJSIP/operator-1-1", OFFER));
    news.on(new CoreShowChannelsCompleteEvent(this));
    assertThat(switchboard.reports).containsExactly("resumed " + CONTACT + " operator-1");
    news.on(event("offer-ended", "accepted", "16"));
    news.expectList();
    news.on(listed("PJSIP/operator-1-1", OFFER));
    news.on(new CoreShowChannelsCompleteEvent(this));
    assertThat(switchboard.reports).hasSize(2);
  }

  private static Leg leg(boolean talks) {
    return new Leg(
        new OfferId(OFFER),
        new ContactId(CONTACT),
        new PrincipalId("operator-1"),
        SwitchId.LOCAL,
        talks);
  }

  private CoreShowChannelEvent listed(String name, String id) {
    CoreShowChannelEvent event = new CoreShowChannelEvent(this);
    event.setChannel(name);
    event.setUniqueid(id);
    return event;
  }

  private ArianeEvent event(String what, String answer, String cause) {
    ArianeEvent event = new ArianeEvent(this);
    event.setWhat(what);
    event.setAnswer(answer);
    event.setCause(cause);
    event.setContact(CONTACT);
    event.setOffer(OFFER);
    event.setOperator("operator-1");
    return event;
  }

  private DeviceStateChangeEvent device(String device, String state) {
    DeviceStateChangeEvent event = new DeviceStateChangeEvent(this);
    event.setDevice(device);
    event.setState(state);
    return event;
  }
}
