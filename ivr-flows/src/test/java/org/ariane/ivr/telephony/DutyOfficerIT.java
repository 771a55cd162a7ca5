package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.dispatch.DutyPhone.Answer;
import org.ariane.router.dispatch.DutyPhone.DutyCall;
import org.ariane.router.dispatch.DutyPhone.Reason;
import org.ariane.router.dispatch.DutyPhone.Take;
import org.ariane.router.dispatch.DutyPhone.Taking;
import org.ariane.router.priority.PriorityClass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Duty officers on the telephone. All calls are made at once when the class begins; each test
/// looks at what became of one.
@ExtendWith(NeedsTelephony.class)
class DutyOfficerIT {
  private static final String PIN = "2580461379";
  private static final String WRONG = "1357924680";
  private static final Duration END = Duration.ofSeconds(100);

  private static final Map<Officer, Future<Answer>> ANSWERS = new EnumMap<>(Officer.class);
  private static final Map<Officer, AtomicInteger> TAKES = new EnumMap<>(Officer.class);
  private static final Map<Officer, Thread> RINGING = new ConcurrentHashMap<>();
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static Asterisk asterisk;
  private static House house;
  private static SwitchSpy spy;
  private static Sipp phones;
  private static Future<Answer> again;

  @BeforeAll
  static void ringThemAll() {
    asterisk = Asterisk.start(Asterisk.freshSettings(), SwitchSpy.ACCOUNT);
    house = new House(asterisk.settings(), officers());
    spy = new SwitchSpy(asterisk.settings().amiPort());
    phones =
        Officer.telephones(PIN, WRONG)
            .at(asterisk.settings().emergencyTrunk().orElseThrow().port());
    await().atMost(END).until(() -> house.voice().health().amiConnected());
    for (Officer officer : Officer.values()) {
      TAKES.put(officer, new AtomicInteger());
      ANSWERS.put(officer, THREADS.submit(() -> ring(officer)));
    }
    again = THREADS.submit(DutyOfficerIT::ringAgainAndWithdraw);
  }

  /// The second call to a telephone that just rings; then the first is ended.
  private static Answer ringAgainAndWithdraw() {
    Officer officer = Officer.IS_WITHDRAWN;
    await().atMost(END).until(() -> spy.rung(officer.number().dialled()));
    Answer second = ring(house, call(officer), take(officer));
    of(RINGING, officer).interrupt();
    return second;
  }

  @AfterAll
  static void hangUp() {
    THREADS.shutdownNow();
    phones.close();
    spy.close();
    house.close();
    asterisk.close();
  }

  private static Map<CentreId, DutyOfficer> officers() {
    Map<CentreId, DutyOfficer> officers = new HashMap<>();
    for (Officer officer : Officer.values()) {
      officers.put(officer.centre(), new DutyOfficer(officer.number(), PIN));
    }
    return officers;
  }

  private static DutyCall call(Officer officer) {
    boolean exercise = officer == Officer.TAKES_EXERCISE;
    return new DutyCall(
        new IncidentId("in-01JD8Z4T9K0000000000000000"),
        officer.centre(),
        exercise,
        PriorityClass.CRITICAL,
        Optional.of(new ZoneId(exercise ? "fr-94-nowhere" : "fr-94-maisons-alfort")),
        exercise ? List.of(Language.NL, Language.AR) : List.of());
  }

  private static Take take(Officer officer) {
    return at -> {
      of(TAKES, officer).incrementAndGet();
      if (officer == Officer.CANNOT_BE_STORED) {
        throw new IllegalStateException("the store is away");
      }
      if (officer == Officer.IS_TOLD_TOO_LATE) {
        await().pollDelay(Duration.ofSeconds(7)).atMost(END).until(() -> true);
      }
      return officer == Officer.IS_LATE ? Taking.TAKEN_BEFORE : Taking.TAKEN;
    };
  }

  private static Answer ring(Officer officer) {
    RINGING.put(officer, Thread.currentThread());
    return ring(house, call(officer), take(officer));
  }

  private static Answer ring(House house, DutyCall call, Take take) {
    return house.voice().dutyPhone().ring(call, take);
  }

  @Test
  void rightPinAndOneTakesItAndTheOfficerIsToldSo() {
    assertThat(answer(Officer.TAKES)).isInstanceOf(Answer.Taken.class);
    assertThat(TAKES.get(Officer.TAKES)).hasValue(1);
    assertThat(heard(Officer.TAKES))
        .containsExactly(
            "fr/ariane/duty-code",
            "fr/ariane/duty-alarm-critical",
            "fr/ariane/duty-zone",
            "fr/ariane/zone-fr-94-maisons-alfort",
            "fr/ariane/duty-keys",
            "fr/ariane/duty-taken");
  }

  @Test
  void exerciseIsSaidFirstAndInBothLanguages() {
    assertThat(answer(Officer.TAKES_EXERCISE)).isInstanceOf(Answer.Taken.class);
    assertThat(heard(Officer.TAKES_EXERCISE))
        .containsExactly(
            "nl/ariane/duty-code",
            "nl/ariane/exercise",
            "nl/ariane/duty-alarm-critical",
            "ar/ariane/exercise",
            "ar/ariane/duty-alarm-critical",
            "nl/ariane/whisper-place-known",
            "nl/ariane/exercise",
            "nl/ariane/duty-keys",
            "ar/ariane/whisper-place-known",
            "ar/ariane/exercise",
            "ar/ariane/duty-keys",
            "nl/ariane/duty-taken",
            "ar/ariane/duty-taken");
  }

  @Test
  void threeWrongPinsOpenNothing() {
    notTaken(Officer.ENTERS_WRONG_PINS, Reason.WRONG_PIN);
    assertThat(heard(Officer.ENTERS_WRONG_PINS))
        .containsExactly(
            "fr/ariane/duty-code",
            "fr/ariane/duty-code-again",
            "fr/ariane/duty-code-again",
            "fr/ariane/duty-code-wrong");
  }

  @Test
  void oneWithoutPinOpensNothing() {
    notTaken(Officer.PRESSES_ONE_WITHOUT_PIN, Reason.WRONG_PIN);
    assertThat(heard(Officer.PRESSES_ONE_WITHOUT_PIN))
        .containsOnly(
            "fr/ariane/duty-code", "fr/ariane/duty-code-again", "fr/ariane/duty-code-wrong");
  }

  @Test
  void voicemailLearnsNothing() {
    notTaken(Officer.IS_A_VOICEMAIL, Reason.TIMEOUT);
    assertThat(heard(Officer.IS_A_VOICEMAIL))
        .containsOnly("fr/ariane/duty-code", "fr/ariane/duty-unavailable");
  }

  @Test
  void tellsWhyNobodyAnswered() {
    notTaken(Officer.IS_BUSY, Reason.BUSY);
    notTaken(Officer.DOES_NOT_ANSWER, Reason.UNANSWERED);
    notTaken(Officer.IS_OUT_OF_REACH, Reason.UNREACHABLE);
  }

  @Test
  void onlyOneTakes() {
    notTaken(Officer.DECLINES, Reason.DECLINED);
    assertThat(heard(Officer.DECLINES)).endsWith("fr/ariane/duty-declined");
    notTaken(Officer.PRESSES_ANOTHER_KEY, Reason.HUNG_UP);
    notTaken(Officer.HANGS_UP_AFTER_PIN, Reason.HUNG_UP);
  }

  @Test
  void keyThatIsPressedBeforeAnythingWasSaidTakesNothing() {
    notTaken(Officer.PRESSES_ONE_TOO_EARLY, Reason.HUNG_UP);
  }

  @Test
  void officerIsToldThatAColleagueWasFaster() {
    assertThat(answer(Officer.IS_LATE)).isEqualTo(new Answer.NotTaken(Reason.TAKEN_BEFORE));
    assertThat(heard(Officer.IS_LATE)).endsWith("fr/ariane/duty-taken-before");
  }

  @Test
  void whatIsNotStoredIsNotSaidToBeTaken() {
    assertThat(answer(Officer.CANNOT_BE_STORED)).isEqualTo(new Answer.NotTaken(Reason.NOT_STORED));
    assertThat(heard(Officer.CANNOT_BE_STORED)).endsWith("fr/ariane/duty-not-recorded");
  }

  @Test
  void whatIsStoredTooLateIsNotReliedOn() {
    assertThat(answer(Officer.IS_TOLD_TOO_LATE)).isInstanceOf(Answer.Unconfirmed.class);
    assertThat(heard(Officer.IS_TOLD_TOO_LATE))
        .endsWith("fr/ariane/duty-not-recorded")
        .doesNotContain("fr/ariane/duty-taken");
  }

  @Test
  void officerIsRungOnceAtATimeAndTheCallCanBeWithdrawn() {
    assertThat(answer(again)).isEqualTo(new Answer.NotTaken(Reason.BUSY));
    notTaken(Officer.IS_WITHDRAWN, Reason.WITHDRAWN);
  }

  @Test
  void everyTelephoneIsHungUpAndNoneShowsWhoCalled() {
    assertThat(phones.endsWell(END)).as(phones::errors).isTrue();
    assertThat(phones.messages().lines().filter(line -> line.startsWith("From:")))
        .isNotEmpty()
        .noneMatch(line -> line.contains("3919") || line.contains("Ariane"));
  }

  @Test
  void pinAndNumbersAreInNoEventAndNoLog() {
    ANSWERS.values().forEach(DutyOfficerIT::answer);
    assertThat(spy.events()).hasSizeGreaterThan(500);
    assertThat(spy.events().stream().map(Object::toString))
        .noneMatch(event -> event.contains(PIN) || event.contains(WRONG));
    assertThat(asterisk.log()).doesNotContain(PIN).doesNotContain("331990001");
  }

  @Test
  void serverThatDiesInMidCallIsToldHonestly() {
    AsteriskSettings settings = withoutEmergencyTrunk(Asterisk.freshSettings());
    Officer officer = Officer.TAKES;
    AtomicInteger takes = new AtomicInteger();
    try (Asterisk other = Asterisk.start(settings, SwitchSpy.ACCOUNT);
        House dying = new House(settings, officers());
        SwitchSpy watch = new SwitchSpy(settings.amiPort());
        Sipp phone =
            new OfficerPhones()
                .answers(officer.number(), officer.script(PIN, WRONG))
                .at(settings.trunk().orElseThrow().port())) {
      await().atMost(END).until(() -> dying.voice().health().amiConnected());
      Future<Answer> answer =
          THREADS.submit(() ->
              ring(
                  dying,
                  call(officer),
                  at -> {
                    takes.incrementAndGet();
                    return Taking.TAKEN;
                  }));
      String number = officer.number().dialled();
      await().atMost(END).until(() -> watch.heard(number).size() > 1);
      dying.voice().close();

      assertThat(phone.endsWell(END)).as(phone::errors).isTrue();
      assertThat(watch.heard(number)).endsWith("fr/ariane/duty-not-recorded");
      assertThat(answer(answer)).isEqualTo(new Answer.NotTaken(Reason.SWITCH_AWAY));
      assertThat(takes).hasValue(0);
      assertThat(other.log()).doesNotContain(number);
    }
  }

  @Test
  void withoutSwitchOrNumberNobodyIsRung() {
    try (House alone = new House(Asterisk.freshSettings(), officers())) {
      Take never =
          at -> {
            throw new AssertionError("nobody could have taken it");
          };
      long begun = System.nanoTime();
      assertThat(ring(alone, call(Officer.TAKES), never))
          .isEqualTo(new Answer.NotTaken(Reason.SWITCH_AWAY));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
      DutyCall nobody = call(Officer.TAKES);
      assertThat(
              ring(
                  alone,
                  new DutyCall(
                      nobody.incident(),
                      new CentreId("centre-without"),
                      false,
                      nobody.urgency(),
                      Optional.empty(),
                      List.of()),
                  never))
          .isEqualTo(new Answer.NotTaken(Reason.NO_NUMBER));
    }
  }

  private static AsteriskSettings withoutEmergencyTrunk(AsteriskSettings settings) {
    return new AsteriskSettings(
        settings.sipPort(),
        settings.amiPort(),
        settings.amiSecret(),
        settings.agiPort(),
        settings.httpPort(),
        settings.rtpStart(),
        settings.rtpEnd(),
        settings.operators(),
        settings.trunk(),
        Optional.empty(),
        settings.fallback(),
        settings.lines(),
        settings.language());
  }

  private static void notTaken(Officer officer, Reason reason) {
    assertThat(answer(officer)).isEqualTo(new Answer.NotTaken(reason));
    assertThat(TAKES.get(officer)).hasValue(0);
  }

  private static List<String> heard(Officer officer) {
    return spy.heard(officer.number().dialled());
  }

  private static <T> T of(Map<Officer, T> each, Officer officer) {
    return Optional.ofNullable(each.get(officer)).orElseThrow();
  }

  private static Answer answer(Officer officer) {
    return answer(of(ANSWERS, officer));
  }

  private static Answer answer(Future<Answer> future) {
    try {
      return future.get(END.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
