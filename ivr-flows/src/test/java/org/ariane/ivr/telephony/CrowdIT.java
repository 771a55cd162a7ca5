package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Many live calls in prompts, in the queue and in talks while the server is killed, frozen and
/// replaced. 40 calls, with `-Dariane.soak=true` 200.
@ExtendWith(NeedsTelephony.class)
class CrowdIT {
  private static final boolean SOAK = Boolean.getBoolean("ariane.soak");
  private static final int TALKING = SOAK ? 40 : 8;
  private static final int WAITING = SOAK ? 80 : 16;
  private static final int LISTENING = SOAK ? 80 : 16;
  private static final int ALL = TALKING + WAITING + LISTENING;
  private static final Duration SOON = Duration.ofSeconds(SOAK ? 60 : 30);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Duration FROZEN = Duration.ofSeconds(8);
  private static final String CALLER = "PJSIP/anonymous-";
  private static final Pattern CHANNEL = Pattern.compile("(?m)^(PJSIP/anonymous-[0-9a-f]+)!");

  private final AsteriskSettings settings =
      Asterisk.crowded(Asterisk.freshSettings(), TALKING, 6 * ALL);
  private final List<Sipp> telephones = new ArrayList<>();
  private final int phones = Ports.udp();
  private Asterisk asterisk;
  private SwitchClock clock;
  private HouseProcess server;

  @BeforeEach
  void start() {
    asterisk = Asterisk.start(settings, SwitchClock.ACCOUNT);
    clock = new SwitchClock(settings.amiPort());
    server = new HouseProcess(settings, TALKING);
    Sipp.registerMany(settings.sipPort(), "operator-", TALKING, Asterisk.PASSWORD, phones);
    await().atMost(SOON).until(() -> server.last().contains("free=" + TALKING + " "));
    started(Sipp.phones(phones, 10 * ALL, PhoneTest.presses("1")));
    started(Sipp.phones(settings.trunk().orElseThrow().port(), 10 * ALL, Script.phone()));
  }

  @AfterEach
  void stop() {
    telephones.forEach(Sipp::close);
    server.close();
    clock.close();
    asterisk.close();
  }

  @Test
  void nobodyIsDroppedAndAHumanIsRungAtOnce() {
    callsAreUp();
    Set<String> talking = talkers();
    Set<String> others = new HashSet<>(callers());
    others.removeAll(talking);
    assertThat(talking).hasSize(TALKING);
    assertThat(others).hasSize(WAITING + LISTENING);

    long killed = System.nanoTime();
    server.kill();
    await().atMost(SOON).until(() -> clock.unrung(others, killed).isEmpty());
    measured("killed", clock.longest(others, killed), killed);
    assertThat(clock.ended(CALLER, killed)).isZero();
    assertThat(clock.longest(others, killed)).isLessThan(AT_ONCE);

    server = new HouseProcess(settings, TALKING);
    await().atMost(SOON).until(() -> server.last().contains("talking=" + TALKING + " "));
    assertThat(clock.ended(CALLER, killed)).isZero();
    assertThat(clock.ended("PJSIP/operator-", killed)).isZero();

    froze(killed);
    replaced(killed);
    hangUp();
  }

  private void callsAreUp() {
    started(Sipp.crowd(settings.sipPort(), TALKING, PhoneTest.toTheQueue()));
    await().atMost(SOON).until(() -> server.last().contains("talking=" + TALKING + " "));
    started(Sipp.crowd(settings.sipPort(), WAITING, PhoneTest.toTheQueue()));
    await().atMost(SOON).until(() -> server.last().contains("CALL=" + WAITING + "}"));
    started(Sipp.crowd(settings.sipPort(), LISTENING, Script.caller()));
    await().atMost(SOON).until(() -> callers().size() == ALL);
  }

  /// Who called while it is frozen is rung for; afterwards nothing rings that nobody waits for.
  private void froze(long since) {
    Set<String> before = callers();
    server.signal("STOP");
    started(Sipp.crowd(settings.sipPort(), LISTENING / 4, Script.caller()));
    await().atMost(SOON).until(() -> callers().size() == before.size() + LISTENING / 4);
    long frozen = System.nanoTime();
    Set<String> late = new HashSet<>(callers());
    late.removeAll(before);
    await().atMost(SOON).until(() -> clock.unrung(late, frozen - AT_ONCE.toNanos()).isEmpty());
    Duration longest = clock.longest(late, frozen - AT_ONCE.toNanos()).minus(AT_ONCE);
    measured("frozen", longest, since);
    assertThat(longest).isLessThan(FROZEN);
    server.signal("CONT");
    await()
        .atMost(SOON)
        .until(() ->
            server.last().contains("talking=" + TALKING + " ")
                && server.last().contains("reserved=0 "));
    assertThat(clock.ended(CALLER, since)).isZero();
  }

  /// One who listens to the menu while the server is replaced is not led away.
  private void replaced(long since) {
    Set<String> before = callers();
    started(Sipp.crowd(settings.sipPort(), 1, Script.caller()));
    await().atMost(SOON).until(() -> callers().size() == before.size() + 1);
    Set<String> listener = new HashSet<>(callers());
    listener.removeAll(before);
    long ended = System.nanoTime();
    server.end();
    server = new HouseProcess(settings, TALKING);
    await().atMost(SOON).until(() -> server.last().contains("talking=" + TALKING + " "));
    measured("replaced within", Duration.ofNanos(System.nanoTime() - ended), since);
    assertThat(clock.unrung(listener, ended)).isEqualTo(listener);
    assertThat(clock.ended(CALLER, since)).isZero();
  }

  private void hangUp() {
    asterisk.console("channel request hangup all");
    await()
        .atMost(SOON)
        .until(() ->
            server.last().contains("talking=0 ")
                && server.last().contains("waiting={}")
                && server.last().contains("reserved=0 "));
    await().atMost(SOON).until(() -> asterisk.channels() == 0);
  }

  private void measured(String what, Duration longest, long since) {
    System.out.printf(
        "MEASURED %s: %d calls, longest until a human was rung %d ms, dropped %d%n",
        what, callers().size(), longest.toMillis(), clock.ended(CALLER, since));
  }

  private Set<String> callers() {
    return channels("");
  }

  private Set<String> talkers() {
    return channels("Bridge");
  }

  private Set<String> channels(String part) {
    Set<String> names = new HashSet<>();
    asterisk
        .console("core show channels concise")
        .lines()
        .filter(line -> !part.equals("Bridge") || bridged(line))
        .forEach(line -> {
          Matcher name = CHANNEL.matcher(line);
          if (name.find()) {
            names.add(name.group(1));
          }
        });
    return names;
  }

  /// The last but one column names the bridge.
  private static boolean bridged(String line) {
    String[] columns = line.split("!", -1);
    return columns.length > 13 && !columns[12].isEmpty();
  }

  private Sipp started(Sipp telephone) {
    telephones.add(telephone);
    return telephone;
  }
}
