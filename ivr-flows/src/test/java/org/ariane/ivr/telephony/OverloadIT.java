package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ariane.ivr.asterisk.Capacity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// More calls than can be taken in: as many as the capacity are, the others are brought elsewhere
/// at once, danger comes in, a crowd is slowed. The capacity is small, so that little load shows
/// it.
@ExtendWith(NeedsTelephony.class)
class OverloadIT {
  private static final Capacity CAPACITY = new Capacity(40, 10);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration STAY = Duration.ofSeconds(2);
  private static final int SECONDS = 3;

  private static Asterisk asterisk;
  private static SwitchSpy spy;
  private static House house;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void open() {
    asterisk = Asterisk.start(Asterisk.freshSettings(CAPACITY), SwitchSpy.ACCOUNT);
    spy = new SwitchSpy(asterisk.settings().amiPort());
    house = new House(asterisk.settings());
    await().atMost(SOON).until(() -> house.voice().health().amiConnected());
    // The first call of a fresh server is slower than any other.
    Sipp first = Sipp.call(asterisk.settings().sipPort(), "3919", Script.caller());
    await().atMost(SOON).until(() -> taken() == 1);
    asterisk.console("channel request hangup all");
    first.close();
  }

  @AfterAll
  static void close() {
    house.close();
    spy.close();
    asterisk.close();
  }

  @AfterEach
  void hangUp() throws Exception {
    asterisk.console("channel request hangup all");
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    await().atMost(SOON).until(() -> asterisk.channels() == 0);
  }

  private static double taken() {
    return house.counted("ariane.calls", "line", "3919");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 3})
  void asManyAsTheCapacityAreTakenInAndTheRestIsBroughtElsewhereAtOnce(double load) {
    Sipp fallback = started(Sipp.number(trunkPort(), Sipp.resource("/sipp/fallback.xml")));
    int before = spy.events().size();
    double takenBefore = taken();
    int offered = (int) (load * CAPACITY.perSecond());
    OpenLoop callers = calls(OpenLoop.everywhere(offered * SECONDS), offered, STAY, "");
    assertThat(callers.endsWell(SOON)).as(callers::errors).isTrue();

    double goodput = (taken() - takenBefore) / SECONDS;
    assertThat(goodput)
        .isBetween(
            0.9 * Math.min(offered, CAPACITY.perSecond()),
            // and those of one second together at the beginning
            CAPACITY.perSecond() * (1 + 1.5 / SECONDS));
    assertThat(callers.refused()).isZero();
    List<Duration> brought = broughtElsewhere(before, callers, fallback);
    assertThat(brought.size() + goodput * SECONDS).isCloseTo(callers.count(), withinPercentage(5));
    System.out.printf(
        "MEASURED %.1f times the capacity: %d brought elsewhere, in ms %s%n",
        load, brought.size(), brought.stream().map(Duration::toMillis).sorted().toList());
    assertThat(withinMillis(brought, 200)).isTrue();
    assertThat(withinMillis(callers.answeredAfter(), 500)).isTrue();
  }

  /// All but the few who met a pause of the machine that runs the tests: those come together, with
  /// nothing between them and the others. The bench knows no excuse.
  private static boolean withinMillis(List<? extends Duration> delays, long limit) {
    return delays.stream().filter(delay -> delay.toMillis() > limit).count()
        <= 1 + delays.size() / 10;
  }

  /// From the caller's INVITE to the one on the trunk, on the wire.
  private static List<Duration> broughtElsewhere(int since, OpenLoop callers, Sipp fallback) {
    List<Map<String, String>> events = spy.events().stream().skip(since).toList();
    List<String> arrivals =
        events.stream()
            .filter(event -> event.getOrDefault("Event", "").equals("Newchannel"))
            .filter(event -> event.getOrDefault("Channel", "").startsWith("PJSIP/anonymous"))
            .map(event -> event.getOrDefault("Uniqueid", ""))
            .toList();
    List<LocalDateTime> called = callers.called();
    List<LocalDateTime> rung = OpenLoop.first(fallback, "received", "INVITE ");
    List<String> dials =
        events.stream()
            .filter(event -> event.getOrDefault("Event", "").equals("DialBegin"))
            .map(event -> event.getOrDefault("Uniqueid", ""))
            // What watches over the server was dialled by nobody.
            .filter(caller -> !caller.isEmpty())
            .toList();
    assertThat(arrivals).hasSameSizeAs(called);
    assertThat(dials).hasSameSizeAs(rung);
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < dials.size(); i++) {
      delays.add(Duration.between(called.get(arrivals.indexOf(dials.get(i))), rung.get(i)));
    }
    return delays;
  }

  @Test
  void keyOfDangerAndSilenceOpenTheReservedLane() {
    Sipp busy =
        started(
            Sipp.number(
                trunkPort(),
                "<?xml version=\"1.0\"?><scenario name=\"busy\"><recv request=\"INVITE\"/>"
                    + Sipp.resource("/sipp/officer-refuses.xml").replace("STATUS", "486 Busy Here")
                    + "</scenario>"));
    calls(OpenLoop.everywhere(CAPACITY.calls()), 20, Duration.ofSeconds(60), "");
    await().atMost(SOON).until(() -> places("in") + places("held") == CAPACITY.calls());
    await().atMost(SOON).until(() -> places("in") == CAPACITY.calls());

    // Silence is never taken for nobody, and never fills the lane.
    calls(OpenLoop.elsewhere(5), 20, Duration.ofSeconds(60), "");
    await().atMost(SOON).until(() -> places("lane") == 4 && places("held") == 1);
    whoIsHeldHasAPlaceBeforeWhoCallsLater();
    busy.close();

    // Now the fallback's trunk is dead: the key of danger acts all the same, and so does silence.
    calls(List.of("+33622222222"), 1, Duration.ofSeconds(60), "");
    calls(List.of("+33611111111"), 1, Duration.ofSeconds(60), "1");
    await().atMost(SOON).until(() -> house.alarms.size() == 1);
    await().atMost(SOON).until(() -> house.counted("ariane.call.door", "outcome", "lane") == 1);
    await().atMost(SOON).until(() -> places("lane") == 5);
    assertThat(places("in")).isEqualTo(CAPACITY.calls());

    // On a line without an alarm it brings her in, too, and a human judges. Its words are in its
    // language.
    started(
        Sipp.call(
            asterisk.settings().sipPort(),
            House.PERPETRATORS.dialled(),
            Script.caller().after(STAY).keys("1").after(Duration.ofSeconds(40))));
    await().atMost(SOON).until(() -> places("lane") == 6);
    assertThat(house.alarms).hasSize(1);
    assertThat(spy.events())
        .filteredOn(event -> event.getOrDefault("Event", "").equals("MusicOnHoldStart"))
        .extracting(event -> event.get("Class"))
        .contains("over-fr-nl", "over-nl-fr");
    assertThat(asterisk.console("moh show files"))
        .contains("/nl/ariane/over", "/fr/ariane/over", "/hold/hold");
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> rangInVain() && places("held") > 0 && places("held") + places("over") == 2);
    assertThat(spy.said()).contains("fr/ariane/over-wait");
  }

  /// One place comes free while others go on calling.
  private void whoIsHeldHasAPlaceBeforeWhoCallsLater() {
    String held = channels("held").getFirst();
    double before = taken();
    OpenLoop later = calls(OpenLoop.elsewhere(60), 10, Duration.ofSeconds(1), "");
    asterisk.console("channel request hangup " + channels("in").getFirst());
    await().atMost(SOON).until(() -> channels("in").contains(held));
    assertThat(later.endsWell(SOON)).as(later::errors).isTrue();
    assertThat(taken() - before).as("she, and nobody who called later").isEqualTo(1);
    assertThat(places("in")).isEqualTo(CAPACITY.calls());
    calls(OpenLoop.elsewhere(1), 20, Duration.ofSeconds(60), "");
    await().atMost(SOON).until(() -> places("lane") == 4 && places("held") == 1);
  }

  /// As when the clock of the machine was put back by an hour.
  @Test
  void aClockThatWasPutBackDoesNotCloseTheDoor() {
    double before = taken();
    asterisk.console("dialplan set global ARIANE_DUE " + (System.currentTimeMillis() + 3_600_000));
    OpenLoop callers = calls(OpenLoop.everywhere(3), 3, STAY, "");
    assertThat(callers.endsWell(SOON)).as(callers::errors).isTrue();
    assertThat(taken() - before).isEqualTo(3);
  }

  /// Nobody so much as refused.
  private static boolean rangInVain() {
    return spy.events().stream()
        .filter(event -> event.getOrDefault("Event", "").equals("DialEnd"))
        .map(event -> event.getOrDefault("DialStatus", ""))
        .anyMatch(List.of("NOANSWER", "CHANUNAVAIL", "CONGESTION")::contains);
  }

  /// The last resort: the carrier is asked for its next route.
  @Test
  void whenAsManyAreOutsideTheCarrierIsAskedForAnotherRoute() {
    started(Sipp.number(trunkPort(), Sipp.resource("/sipp/phone-only-rings.xml")));
    double full = house.counted("ariane.call.door", "outcome", "full");
    OpenLoop callers = calls(OpenLoop.everywhere(160), 50, Duration.ofSeconds(9), "");
    await()
        .atMost(SOON)
        .until(() -> house.counted("ariane.call.door", "outcome", "full") >= full + 15);
    assertThat(places("in")).isLessThanOrEqualTo(CAPACITY.calls());
    assertThat(places("over")).isBetween(95, 100);
    assertThat(callers.endsWell(Duration.ofSeconds(40))).as(callers::errors).isTrue();
    assertThat((double) callers.refused())
        .isEqualTo(house.counted("ariane.call.door", "outcome", "full") - full);
  }

  static Stream<Arguments> crowds() {
    return Stream.of(
        arguments(named("of one block of numbers", OpenLoop.oneBlock(40))),
        arguments(named("who show no number", OpenLoop.withheld(60))));
  }

  @ParameterizedTest
  @MethodSource("crowds")
  void crowdIsSlowedAndOthersAreNot(List<String> numbers) {
    started(Sipp.number(trunkPort(), Sipp.resource("/sipp/fallback.xml")));
    OpenLoop crowd = calls(numbers, 20, Duration.ofSeconds(4), "");
    OpenLoop others = calls(OpenLoop.everywhere(8), 2, STAY, "");

    assertThat(others.endsWell(SOON)).as(others::errors).isTrue();
    assertThat(others.answeredAfter()).hasSize(8).matches(waits -> withinMillis(waits, 500));
    assertThat(crowd.endsWell(Duration.ofSeconds(50))).as(crowd::errors).isTrue();
    assertThat(crowd.refused()).isZero();
    assertThat(crowd.answeredAfter())
        .hasSameSizeAs(numbers)
        .allMatch(wait -> wait.toSeconds() < 7)
        .anyMatch(wait -> wait.toMillis() > 900);
  }

  /// There is room for all of them, and they come in one after the other all the same.
  @Test
  void crowdComesInAtAPace() {
    OpenLoop crowd = calls(OpenLoop.oneBlock(8), 20, Duration.ofSeconds(4), "");
    assertThat(crowd.endsWell(Duration.ofSeconds(30))).as(crowd::errors).isTrue();
    assertThat(crowd.answeredAfter())
        .hasSize(8)
        .filteredOn(wait -> wait.toMillis() > 900)
        .hasSizeGreaterThanOrEqualTo(2);
  }

  /// They are many, and strangers to each other: more room than for one block, and faster.
  @Test
  void whoShowNoNumberAreNotTakenForOneBlock() {
    OpenLoop callers = calls(OpenLoop.withheld(12), 10, Duration.ofSeconds(8), "");
    assertThat(callers.endsWell(Duration.ofSeconds(40))).as(callers::errors).isTrue();
    assertThat(callers.answeredAfter()).hasSize(12).matches(waits -> withinMillis(waits, 900));
  }

  private OpenLoop calls(List<String> numbers, int perSecond, Duration stay, String keys) {
    return started(OpenLoop.callers(asterisk.settings().sipPort(), numbers, perSecond, stay, keys));
  }

  private <T extends AutoCloseable> T started(T process) {
    open.add(process);
    return process;
  }

  private static int places(String group) {
    return channels(group).size();
  }

  private static List<String> channels(String group) {
    return asterisk
        .console("group show channels")
        .lines()
        .filter(line -> line.matches(".*\\s" + group + "\\s+ariane\\s*"))
        .map(line -> line.strip().replaceAll("\\s.*", ""))
        .toList();
  }

  private static int trunkPort() {
    return asterisk.settings().trunk().orElseThrow().port();
  }
}
