package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ariane.ivr.asterisk.Capacity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertThat(withinMillis(brought, 200)).isTrue();
    assertThat(withinMillis(callers.answeredAfter(), 500)).isTrue();
  }

  /// All but those who met a pause of the machine that runs the tests; the bench knows no excuse.
  private static boolean withinMillis(List<? extends Duration> delays, long limit) {
    return delays.stream().filter(delay -> delay.toMillis() > limit).count()
        <= 1 + delays.size() / 5;
  }

  /// From the caller's INVITE to the one on the trunk, on the wire.
  private static List<Duration> broughtElsewhere(int since, OpenLoop callers, Sipp fallback) {
    List<Map<String, String>> events = spy.events().subList(since, spy.events().size());
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
    busy.close();

    Sipp rings = started(Sipp.number(trunkPort(), Sipp.resource("/sipp/phone-only-rings.xml")));
    calls(List.of("+33611111111"), 1, Duration.ofSeconds(60), "1");
    await().atMost(SOON).until(() -> house.alarms.size() == 1);
    assertThat(house.counted("ariane.call.door", "outcome", "lane")).isEqualTo(1);
    assertThat(places("in")).isEqualTo(CAPACITY.calls());
    assertThat(places("lane")).isEqualTo(5);
    rings.close();
  }

  @Test
  void crowdIsSlowedAndOthersAreNot() {
    started(Sipp.number(trunkPort(), Sipp.resource("/sipp/fallback.xml")));
    OpenLoop crowd = calls(OpenLoop.oneBlock(40), 20, Duration.ofSeconds(4), "");
    OpenLoop others = calls(OpenLoop.everywhere(8), 2, STAY, "");

    assertThat(others.endsWell(SOON)).as(others::errors).isTrue();
    assertThat(others.answeredAfter()).hasSize(8).matches(waits -> withinMillis(waits, 500));
    assertThat(crowd.endsWell(Duration.ofSeconds(50))).as(crowd::errors).isTrue();
    assertThat(crowd.refused()).isZero();
    assertThat(crowd.answeredAfter())
        .hasSize(40)
        .allMatch(wait -> wait.toSeconds() < 7)
        .anyMatch(wait -> wait.toMillis() > 900);
  }

  private OpenLoop calls(List<String> numbers, int perSecond, Duration stay, String keys) {
    return started(OpenLoop.callers(asterisk.settings().sipPort(), numbers, perSecond, stay, keys));
  }

  private <T extends AutoCloseable> T started(T process) {
    open.add(process);
    return process;
  }

  private static int places(String group) {
    return (int)
        asterisk
            .console("group show channels")
            .lines()
            .filter(line -> line.matches(".*\\s" + group + "\\s+ariane\\s*"))
            .count();
  }

  private static int trunkPort() {
    return asterisk.settings().trunk().orElseThrow().port();
  }
}
