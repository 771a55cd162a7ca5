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
/// replaced, and while its manager connection is lost: none is dropped, a human is rung for each,
/// voice goes on in the talks, and the order of the queue stays. 40 calls, with
/// `-Dariane.soak=true` 200.
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

  private static final Pattern CONTACT = Pattern.compile("(?m)^ARIANE_CONTACT=(co-[0-9A-Z]+)");

  /// Fifty are sent; SIPp on a busy machine sends fewer.
  private static final double VOICE = 10;

  private final AsteriskSettings settings =
      Asterisk.crowded(Asterisk.freshSettings(), TALKING, 6 * ALL);
  private final List<Sipp> telephones = new ArrayList<>();
  private final int phones = Ports.udp();
  private Asterisk asterisk;
  private SwitchClock clock;
  private AmiProxy manager;
  private HouseProcess server;
  private Set<String> talking = Set.of();
  private Set<String> heard = Set.of();
  private VoiceFlow voice = new VoiceFlow(0, Map.of());

  @BeforeEach
  void start() {
    asterisk = Asterisk.start(settings, SwitchClock.ACCOUNT);
    clock = new SwitchClock(settings.amiPort());
    manager = new AmiProxy(settings.amiPort());
    server = server();
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
    manager.close();
    clock.close();
    asterisk.close();
  }

  private HouseProcess server() {
    return new HouseProcess(Asterisk.withAmi(settings, manager.port()), TALKING);
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

  /// Nobody tells the server what happens, and nobody rings for it: talks go on, who waits or calls
  /// is led on by the dialplan. Afterwards it knows who hung up meanwhile, and gives the seat that
  /// came free to whoever is first.
  @Test
  void managerConnectionIsLostAndNobodyIsDropped() {
    long begun = System.nanoTime();
    talkAndWait();
    List<String> order = server.order();
    Set<String> before = others();
    manager.cut();
    long cut = System.nanoTime();
    started(Sipp.crowd(settings.sipPort(), LISTENING / 4, PhoneTest.toTheQueue()));
    await().atMost(SOON).until(() -> others().size() == before.size() + LISTENING / 4);
    Set<String> late = others();
    late.removeAll(before);
    await().atMost(SOON).until(() -> clock.unrung(before, cut).isEmpty());
    await().atMost(SOON.multipliedBy(2)).until(() -> clock.unrung(late, cut).isEmpty());
    measured("manager connection lost", clock.waits(before, cut));
    assertThat(talkers()).isEqualTo(talking);
    assertThat(clock.ended(CALLER, begun)).isZero();

    String leaves = before.iterator().next();
    String contact = contact(leaves);
    hangsUp(leaves);
    hangsUp(talking.iterator().next());
    await()
        .atMost(SOON)
        .until(() -> callers().size() == TALKING - 1 + before.size() - 1 + late.size());
    manager.mend();
    // One of them talks now: by the server, or by the dialplan that rang whoever was idle.
    allWaitAgain(before.size() - 1 + late.size() - 1);
    List<String> still = new ArrayList<>(order);
    still.remove(contact);
    still.retainAll(server.order());
    assertThat(server.order())
        .as("order of the queue")
        .doesNotContain(contact)
        .containsSubsequence(still);
    assertThat(talkers()).as("talks at the switch").hasSize(TALKING);
    hangUp();
  }

  private void talkAndWait() {
    started(Sipp.crowd(settings.sipPort(), TALKING, PhoneTest.toTheQueue().streams()));
    await().atMost(SOON).until(() -> server.last().contains("talking=" + TALKING + " "));
    talking = talkers();
    started(Sipp.crowd(settings.sipPort(), WAITING, PhoneTest.toTheQueue()));
    await().atMost(SOON).until(() -> server.order().size() == WAITING);
  }

  private void callsAreUp() {
    talkAndWait();
    started(Sipp.crowd(settings.sipPort(), LISTENING, Script.caller()));
    await().atMost(SOON).until(() -> callers().size() == ALL);
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

    server = server();
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
    server = server();
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

  private String contact(String channel) {
    Matcher contact = CONTACT.matcher(asterisk.console("core show channel " + channel));
    assertThat(contact.find()).isTrue();
    return contact.group(1);
  }

  private void hangsUp(String channel) {
    asterisk.console("channel request hangup " + channel);
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
