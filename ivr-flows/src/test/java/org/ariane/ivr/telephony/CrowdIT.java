package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ariane.ivr.asterisk.AsteriskSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Many live calls in prompts, in the queue and in talks while the server is killed, frozen and
/// replaced: none is dropped, a human is rung for each, voice goes on in the talks, and the order
/// of the queue stays. 40 calls, with `-Dariane.soak=true` 200.
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

  /// Fifty are sent; SIPp on a busy machine sends fewer.
  private static final double VOICE = 10;

  private final AsteriskSettings settings =
      Asterisk.crowded(Asterisk.freshSettings(), TALKING, 6 * ALL);
  private final List<Sipp> telephones = new ArrayList<>();
  private final int phones = Ports.udp();
  private Asterisk asterisk;
  private SwitchClock clock;
  private HouseProcess server;
  private Set<String> talking = Set.of();
  private Set<String> heard = Set.of();
  private VoiceFlow voice = new VoiceFlow(0, Map.of());

  @BeforeEach
  void start() {
    asterisk = Asterisk.start(settings, SwitchClock.ACCOUNT);
    clock = new SwitchClock(settings.amiPort());
    server = new HouseProcess(settings, TALKING);
    Sipp.registerMany(settings.sipPort(), "operator-", TALKING, Asterisk.PASSWORD, phones);
    await().atMost(SOON).until(() -> server.last().contains("free=" + TALKING + " "));
    started(Sipp.phones(phones, 10 * ALL, PhoneTest.presses("1")));
    int trunk = settings.trunk().orElseThrow().port();
    // Nobody there either: so all are in the queue again afterwards, and their order can be seen.
    started(Sipp.refusing(trunk, 100_000, "486 Busy Here"));
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
    long begun = System.nanoTime();
    killed(begun);
    frozen(begun);
    replaced(begun);
    hangUp();
  }

  private void callsAreUp() {
    started(Sipp.crowd(settings.sipPort(), TALKING, PhoneTest.toTheQueue().streams()));
    await().atMost(SOON).until(() -> server.last().contains("talking=" + TALKING + " "));
    started(Sipp.crowd(settings.sipPort(), WAITING, PhoneTest.toTheQueue()));
    await().atMost(SOON).until(() -> server.order().size() == WAITING);
    started(Sipp.crowd(settings.sipPort(), LISTENING, Script.caller()));
    await().atMost(SOON).until(() -> callers().size() == ALL);
    talking = talkers();
    voiceFlows();
    assertThat(talking).hasSize(TALKING);
    assertThat(server.order()).as("the others still listen to the menu").hasSize(WAITING);
  }

  /// SIPp does not manage to send voice in each of many talks; those in which it does are watched.
  private void voiceFlows() {
    VoiceFlow before = VoiceFlow.of(asterisk);
    await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    voice = VoiceFlow.of(asterisk);
    heard =
        voice.rates(before).stream()
            .filter(rate -> rate.perSecond() > VOICE)
            .map(VoiceFlow.Rate::channel)
            .collect(Collectors.toSet());
    assertThat(heard).as("legs with voice both ways").hasSizeGreaterThanOrEqualTo(TALKING);
  }

  private void killed(long begun) {
    List<String> order = server.order();
    Set<String> others = others();
    long killed = System.nanoTime();
    server.kill();
    await().atMost(SOON).until(() -> clock.unrung(others, killed).isEmpty());
    talksAreUntouched("killed", begun);
    measured("killed", clock.waits(others, killed));
    assertThat(clock.longest(others, killed)).isLessThan(AT_ONCE);

    server = new HouseProcess(settings, TALKING);
    allWaitAgain(others.size());
    assertThat(server.order()).as("order of the queue").startsWith(order.toArray(String[]::new));
    talksAreUntouched("a new server", begun);
  }

  /// Whoever waits, and who calls while it is frozen, is rung for; afterwards all have their place.
  private void frozen(long begun) {
    List<String> order = server.order();
    Set<String> before = others();
    long frozen = System.nanoTime();
    server.signal("STOP");
    started(Sipp.crowd(settings.sipPort(), LISTENING / 4, Script.caller()));
    await().atMost(SOON).until(() -> others().size() == before.size() + LISTENING / 4);
    Set<String> late = others();
    late.removeAll(before);
    await().atMost(SOON).until(() -> clock.unrung(before, frozen).isEmpty());
    await().atMost(SOON).until(() -> clock.unrung(late, frozen).isEmpty());
    talksAreUntouched("frozen", begun);
    measured("frozen", clock.waits(before, frozen));
    measured("frozen, called afterwards", clock.waits(late));
    assertThat(clock.longest(before, frozen)).isLessThan(FROZEN);
    assertThat(clock.waits(late).getLast()).isLessThan(FROZEN);

    server.signal("CONT");
    allWaitAgain(before.size() + late.size());
    assertThat(server.order()).as("order of the queue").startsWith(order.toArray(String[]::new));
    talksAreUntouched("thawed", begun);
  }

  /// Of a server that takes the place of another no call takes notice.
  private void replaced(long begun) {
    List<String> order = server.order();
    Set<String> before = others();
    started(Sipp.crowd(settings.sipPort(), 1, Script.caller()));
    await().atMost(SOON).until(() -> others().size() == before.size() + 1);
    Set<String> all = others();
    long ended = System.nanoTime();
    server.end();
    server = new HouseProcess(settings, TALKING);
    await()
        .atMost(SOON)
        .until(() ->
            server.last().contains("talking=" + TALKING + " ")
                && server.order().size() >= before.size());
    talksAreUntouched("replaced", begun);
    assertThat(clock.unrung(all, ended)).isEqualTo(all);
    assertThat(clock.rescues(ended)).isZero();
    assertThat(server.order()).as("order of the queue").startsWith(order.toArray(String[]::new));
    System.out.printf(
        "MEASURED replaced within %d ms, none of %d calls led away%n",
        Duration.ofNanos(System.nanoTime() - ended).toMillis(), callers().size());
  }

  private void allWaitAgain(int count) {
    await()
        .atMost(SOON)
        .until(() ->
            server.last().contains("talking=" + TALKING + " ")
                && server.last().contains("reserved=0 ")
                && server.order().size() == count);
  }

  /// No call ended, the same talks go on, and voice went both ways in each meanwhile.
  private void talksAreUntouched(String meanwhile, long begun) {
    VoiceFlow now = VoiceFlow.of(asterisk);
    List<VoiceFlow.Rate> rates =
        now.rates(voice).stream().filter(rate -> heard.contains(rate.channel())).toList();
    System.out.printf(
        "MEASURED %s: %d legs of talks with voice, the poorest %.0f of %d packets a second%n",
        meanwhile, rates.size(), rates.getFirst().perSecond(), 50);
    assertThat(rates).hasSameSizeAs(heard);
    assertThat(rates).allMatch(rate -> rate.perSecond() > VOICE);
    voice = now;
    assertThat(talkers()).isEqualTo(talking);
    assertThat(clock.ended(CALLER, begun)).isZero();
    assertThat(clock.ended("PJSIP/operator-", begun)).isZero();
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

  private void measured(String what, List<Duration> waits) {
    System.out.printf(
        "MEASURED %s: of %d calls %d waited for a human, rung within %d ms (half of them %d ms)%n",
        what,
        callers().size(),
        waits.size(),
        waits.getLast().toMillis(),
        waits.get(waits.size() / 2).toMillis());
  }

  private Set<String> others() {
    Set<String> others = callers();
    others.removeAll(talking);
    return others;
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
