package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Alarm;
import org.junit.jupiter.api.Test;

/// The numbers of callers, withheld or not: nowhere in the switch, on no other telephone.
class NumbersIT extends PhoneTest {
  private static final String SECRET = "336[1-5]{9}|336[1-5]{8}";

  @Test
  void numbersStandNowhereInTheSwitchAndOnNoTelephone() {
    register("operator-1", firstPhone);
    try (SwitchSpy spy = new SwitchSpy(asterisk().settings().amiPort())) {
      Sipp operator = phone(firstPhone, presses("1"));
      Sipp police = phone(emergencyPort(), Script.phone());
      Sipp withheld =
          call(
              choosing("1", "1", "94700#"),
              "\"Marie\" <sip:+33611111111@[local_ip]:[local_port]>",
              "Privacy: id",
              "P-Asserted-Identity: <sip:+33622222222@127.0.0.1>",
              "Remote-Party-ID: <sip:+33633333333@127.0.0.1>;party=calling;privacy=full",
              "Diversion: <sip:+33644444444@127.0.0.1>;reason=unconditional",
              "History-Info: <sip:+33644444444@127.0.0.1>;index=1");
      await().atMost(SOON).until(() -> house.alarms.size() == 2);
      Sipp anonymous =
          call(
              choosing("1", "1", "#"),
              "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
              "P-Asserted-Identity: <tel:+33622222222>");
      await().atMost(SOON).until(() -> house.alarms.size() == 3);
      Sipp presented =
          call(choosing("1", "1", "#"), "\"Marie\" <sip:+33655555555@[local_ip]:[local_port]>");
      await().atMost(SOON).until(() -> house.alarms.size() == 4);
      // Caller, operator and police in one room, two more waiting.
      for (Sipp telephone : List.of(operator, police)) {
        await().atMost(SOON).until(() -> telephone.messages().contains("INVITE sip:"));
      }
      await().atMost(SOON).until(() -> asterisk().channels() >= 5);

      String inside =
          asterisk().console("database show")
              + asterisk().console("pjsip show channels")
              + asterisk().console("pjsip show contacts")
              + asterisk().console("cdr show active")
              + asterisk().console("core show globals")
              + channelsInFull();

      assertThat(List.of(withheld, anonymous, presented)).allMatch(Sipp::talks);
      assertThat(house.alarms.stream().map(Alarm::phone))
          .containsExactly(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(new PhoneNumber("+33655555555")));
      assertThat(inside).contains("ARIANE_STATE", "PJSIP/operator-1").doesNotContainPattern(SECRET);
      assertThat(inside).doesNotContain("Marie");
      assertThat(spy.events()).hasSizeGreaterThan(100);
      assertThat(spy.events().toString()).doesNotContainPattern(SECRET).doesNotContain("Marie");
      assertThat(asterisk().log()).doesNotContainPattern(SECRET).doesNotContain("Marie");
      for (Sipp telephone : List.of(operator, police)) {
        assertThat(telephone.messages())
            .contains("INVITE sip:", "Ariane")
            .doesNotContainPattern(SECRET)
            .doesNotContain("Marie");
      }
    }
  }

  private Sipp call(Script script, String from, String... headers) {
    return started(
        Sipp.call(asterisk().settings().sipPort(), "3919", script, from, List.of(headers)));
  }

  /// Every variable of every channel.
  private static String channelsInFull() {
    return asterisk()
        .console("core show channels concise")
        .lines()
        .map(line -> line.split("!", 2)[0])
        .map(channel -> asterisk().console("core show channel " + channel))
        .collect(Collectors.joining());
  }
}
