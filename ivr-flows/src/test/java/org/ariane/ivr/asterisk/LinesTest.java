package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.search.Reason;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.ivr.flow.Flow;
import org.ariane.ivr.flow.Flows;
import org.ariane.ivr.flow.Surroundings;
import org.ariane.ivr.flow.yaml.FlowFile;
import org.ariane.ivr.flow.yaml.FlowLoad;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.ForWhom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The lines of the sample directory, each with its own flow.
class LinesTest {
  private static final ContactId CONTACT = new ContactId("co-01JD8Z4T9K0000000000000000");
  private static final Instant ARRIVED = Instant.parse("2026-11-22T10:00:00Z");
  private static final Directory DIRECTORY = sample();

  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
  private final Recorder switchboard = new Recorder();
  private Flows flows = ShippedFlows.flows(Surroundings.anyService(ShippedFlows.prompts(), true));
  private Instant now = Instant.parse("2026-11-24T15:00:00Z");

  @AfterEach
  void close() {
    virtualThreads.close();
  }

  @Test
  void everyLineOfTheSampleHasAFlowAndAnnouncesItsOwnLanguageFirst() {
    assertThat(DIRECTORY.lines().stream().map(Line::id).map(LineId::value))
        .containsExactlyInAnyOrderElementsOf(ShippedFlows.NAMES);
    assertThat(said(play("1712")).getFirst()).isEqualTo("nl/ariane/welcome");
    assertThat(said(play("080030030")).getFirst()).isEqualTo("fr/ariane/welcome");
    assertThat(said(play("0801901911", "1"))).contains("fr/ariane/perpetrators-choice");
    assertThat(said(play("0199000010", "4"))).contains("en/ariane/professionals-who");
  }

  @Test
  void everyTransferNamesSomebodyOfTheSample() {
    assertThat(ShippedFlows.problems(Surroundings.in(DIRECTORY, ShippedFlows.prompts(), true)))
        .isEmpty();
  }

  @Test
  void silentCallerOfADutchLineIsSpokenToInDutch() {
    StepReply reply = play("1712", "", "");

    assertThat(said(reply)).containsExactly("nl/ariane/silent", "ariane/hold");
    assertThat(reply.language()).isEqualTo(Language.NL);
    assertThat(entered().language()).isEmpty();
  }

  @Test
  void childIsHandedToTheLineForChildren() {
    StepReply reply = play("3919", "1", "3", "3");

    assertThat(reply.directive())
        .isEqualTo(
            new Directive.Ring(
                List.of(Sound.of(Language.FR, "child-line")),
                DialNumber.of(new PhoneNumber("119")),
                Duration.ofSeconds(30)));
    StepReply back = step("3919", CallEvent.RANG, "", Optional.of(reply.state()));
    assertThat(said(back)).startsWith("fr/ariane/wait").endsWith("ariane/hold");
    assertThat(entered().told().forWhom()).contains(ForWhom.CHILD);
  }

  @Test
  void alarmSaysThatItIsForSomeoneElse() {
    play("3919", "1", "3", "2", "94700", "1");
    play("3919", "1", "3", "1", "94700", "1");

    assertThat(alarms).extracting(Alarm::forSomeoneElse).containsExactly(true, false);
  }

  /// 103 answers from 10 to 24 h.
  @Test
  void childIsNotHandedToALineThatIsClosed() {
    now = Instant.parse("2026-11-24T03:00:00Z");

    assertThat(said(play("080030030", "1", "2", "3")))
        .startsWith("fr/ariane/wait")
        .endsWith("ariane/hold");
  }

  @Test
  void dangerOnThePerpetratorsLineIsAHumansToJudge() {
    StepReply reply = play("0801901911", "1", "1", "1");

    assertThat(said(reply)).containsExactly("fr/ariane/perpetrators-urgent", "ariane/hold");
    assertThat(entered().danger()).isEqualTo(Danger.PLACE_UNKNOWN);
    assertThat(entered().incident()).isEmpty();
    assertThat(entered().line()).isEqualTo(new LineId("perpetrators"));
  }

  @Test
  void callEndsByTheAnnouncedKeyAfterAWord() {
    StepReply word = play("0801901911", "1", "2", "", "2");
    assertThat(said(word)).containsExactly("fr/ariane/perpetrators-end");

    assertThat(step("0801901911", CallEvent.KEYS, "", Optional.of(word.state())).directive())
        .isEqualTo(new Directive.HangUp());
    assertThat(switchboard.entered).isEmpty();
  }

  @Test
  void operatorIsToldWhichProfessionCalls() {
    play("0199000010", "1", "3", "2", "#");
    assertThat(entered().told().answers()).containsEntry("who", "3");
    assertThat(entered().told().safeNow()).contains(true);
  }

  @Test
  void communeIsFoundByItsFirstLetters() {
    StepReply asked = play("3919", "1", "2", "*568");
    assertThat(said(asked))
        .startsWith("fr/ariane/commune-la-louviere", "fr/ariane/press-1", "fr/ariane/place-none");

    step("3919", CallEvent.KEYS, "1", Optional.of(asked.state()));
    assertThat(entered().postcode().map(place -> place.digits())).contains("7100");
  }

  /// Spanish is spoken at the 3919 from 9 to 18 h on weekdays; it is Tuesday, 20 h.
  @Test
  void noticeSaysHonestlyWhenHerLanguageIsSpokenAgain() {
    now = Instant.parse("2026-11-24T19:00:00Z");
    switchboard.turn =
        new Turn.Ring(
            Optional.empty(),
            new PhoneNumber("+33199000001"),
            Duration.ofSeconds(20),
            List.of(new Reason("honest", "Spanish from Wednesday")));

    assertThat(rings(play("3919", "6", "1")))
        .containsExactly(
            "es/ariane/notice-none",
            "es/ariane/notice-from",
            "es/ariane/day-3",
            "es/ariane/hour-9",
            "es/ariane/ringing");
    assertThat(rings(play("3919", "6", "7")))
        .containsExactly("pl/ariane/notice-none", "pl/ariane/ringing");
  }

  /// It is Tuesday, 16 h. The sample's association of her place speaks French, and no German.
  @Test
  void otherServiceIsRungOnceItWasSpokenOfAndOnlyWhereHerLanguageIsSpoken() {
    StepReply waits = play("3919", "1", "2", "94700");
    StepReply early = step("3919", CallEvent.KEYS, "3", Optional.of(waits.state()));
    assertThat(said(early)).containsExactly("ariane/hold");

    StepReply told = later(waits);
    assertThat(said(told)).endsWith(OTHER_WAYS);
    StepReply rings = step("3919", CallEvent.KEYS, "3", Optional.of(told.state()));
    assertThat(rings.directive())
        .isEqualTo(
            new Directive.Ring(
                List.of(Sound.of(Language.FR, "ringing")),
                DialNumber.of(new PhoneNumber("+33199000001")),
                Duration.ofSeconds(30)));
    assertThat(switchboard.reports).contains("left " + CONTACT);
    StepReply back = step("3919", CallEvent.RANG, "", Optional.of(rings.state()));
    assertThat(said(back)).startsWith("fr/ariane/wait").endsWith("ariane/hold");
    assertThat(entered().postcode().map(place -> place.digits())).contains("94700");

    StepReply german = later(play("3919", "3", "2", "94700"));
    assertThat(said(step("3919", CallEvent.KEYS, "3", Optional.of(german.state()))))
        .startsWith("de/ariane/nobody-yet");
  }

  /// What was agreed is known to operators only: she hears the same, whoever she is.
  @Test
  void whoWishesACallBackHearsTheSameWordsAndWaitsOn() {
    StepReply told = later(play("3919", "1", "2", "94700"));
    StepReply words = step("3919", CallEvent.KEYS, "4", Optional.of(told.state()));
    assertThat(said(words)).containsExactly("fr/ariane/callback-person-first");

    StepReply waits = step("3919", CallEvent.KEYS, "", Optional.of(words.state()));
    assertThat(said(waits)).startsWith("fr/ariane/wait").endsWith("ariane/hold");
    assertThat(switchboard.reports).doesNotContain("left " + CONTACT);
    assertThat(said(step("3919", CallEvent.KEYS, "4", Optional.of(waits.state()))))
        .as("spoken of anew first")
        .containsExactly("ariane/hold");
  }

  private static final String[] OTHER_WAYS = {
    "fr/ariane/wait-on", "fr/ariane/wait-association", "fr/ariane/wait-callback", "ariane/hold"
  };

  /// A minute later.
  private StepReply later(StepReply waits) {
    return step("3919", CallEvent.KEYS, "", Optional.of(waits.state().slices(12)));
  }

  @Test
  void callUnderWayKeepsItsFlowWhenTheSetIsReplaced() {
    StepReply asked = play("3919", "1");
    String changed =
        ShippedFlows.text("3919").replace("2: postcode, 3: for-whom", "2: for-whom, 3: postcode");
    Flows fresh =
        switch (FlowFile.read(
            "3919.yaml", changed, Surroundings.anyService(ShippedFlows.prompts(), true))) {
          case FlowLoad.Loaded(Flow flow) -> Flows.of(flow.line(), List.of(flow));
          case FlowLoad.Rejected rejected -> throw new AssertionError(rejected.toString());
        };
    flows = fresh.replacing(flows);

    assertThat(said(step("3919", CallEvent.KEYS, "2", Optional.of(asked.state()))))
        .contains("fr/ariane/postcode");
    assertThat(said(play("3919", "1", "2"))).contains("fr/ariane/for-whom");
  }

  @Test
  void keyOfDangerAtTheDoorOfALineWithoutAnAlarmPutsHerAmongThoseInDanger() {
    StepReply reply = step("0801901911", CallEvent.START, "1", Optional.empty());

    assertThat(said(reply)).containsExactly("fr/ariane/perpetrators-urgent", "ariane/hold");
    assertThat(entered().danger()).isEqualTo(Danger.PLACE_UNKNOWN);
    assertThat(alarms).isEmpty();
  }

  private StepReply play(String line, String... keys) {
    StepReply reply = step(line, CallEvent.START, "", Optional.empty());
    for (String pressed : keys) {
      reply = step(line, CallEvent.KEYS, pressed, Optional.of(reply.state()));
    }
    return reply;
  }

  private StepReply step(String line, CallEvent event, String keys, Optional<CallState> state) {
    Reach reach = new Reach(contact -> true, true, true);
    CallSteps steps =
        new CallSteps(
            new FlowWalk(
                () -> flows,
                new AlarmByKey(
                    notDurable(),
                    () -> DIRECTORY,
                    () -> now,
                    virtualThreads,
                    Duration.ofSeconds(2)),
                new Places(() -> DIRECTORY, ShippedFlows.prompts()),
                new TransferTargets(() -> DIRECTORY),
                CallBacks.none(),
                reach,
                () -> now),
            Stream.concat(
                    ShippedFlows.prompts().languages().stream(),
                    ShippedFlows.prompts().others().stream())
                .toList(),
            Language.FR,
            switchboard,
            new Zones(() -> DIRECTORY),
            new Calls(),
            () -> CONTACT,
            reach,
            () -> now);
    return steps.step(
        new StepRequest(
            event,
            keys,
            state,
            SwitchId.LOCAL,
            "PJSIP/x-1",
            line,
            false,
            ARRIVED,
            Optional.empty()));
  }

  private AlarmIntake notDurable() {
    return alarm -> {
      alarms.add(alarm);
      return new Receipt.NotDurable(new PhoneNumber("112"), 5);
    };
  }

  private Contact entered() {
    return switchboard.entered.getLast();
  }

  private static List<String> said(StepReply reply) {
    assertThat(reply.directive()).isInstanceOf(Directive.Ask.class);
    return ((Directive.Ask) reply.directive()).say().stream().map(Sound::path).toList();
  }

  private static List<String> rings(StepReply reply) {
    assertThat(reply.directive()).isInstanceOf(Directive.Ring.class);
    return ((Directive.Ring) reply.directive()).say().stream().map(Sound::path).toList();
  }

  private static Directory sample() {
    return switch (DirectoryFiles.load(Path.of("../directory/sample"))) {
      case DirectoryLoad.Loaded(Directory directory) -> directory;
      case DirectoryLoad.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
