package org.ariane.router.alarm.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-21T21:41:08Z");
  private static final AlarmSource APP = new AlarmSource.App("app-1");
  private static final String ID = "\"id\":\"0b1c9c52-6d0e-4b43-9a53-1f6a1d2f7a10\"";
  private static final String AT = "\"raisedAt\":\"2026-11-21T22:41:07+01:00\"";
  private static final String WELL = "{" + ID + "," + AT + ",\"trigger\":\"fall\"";

  private final AlarmReader reader = new AlarmReader();

  private Alarm read(String body) {
    return reader.read(APP, body.getBytes(StandardCharsets.UTF_8), NOW);
  }

  @Test
  void wholeAlarmIsReadWhole() {
    Alarm alarm =
        read(
            WELL
                + """
                ,"phone":"+33612345678","position":{"lat":48.8065,"lon":2.438,"accuracyM":18,
                "method":"gps","at":"2026-11-21T22:41:02+01:00"},"address":{"text":"12 rue des
                Tilleuls","postcode":"94700","city":"Maisons-Alfort","country":"FR"},
                "language":"ar","note":"he is at the door","canTalk":false,
                "forSomeoneElse":true,"exercise":true}\
                """);
    assertThat(alarm.degraded()).isEmpty();
    assertThat(alarm.messageId()).isEqualTo("0b1c9c52-6d0e-4b43-9a53-1f6a1d2f7a10");
    assertThat(alarm.trigger()).isEqualTo(Trigger.FALL);
    assertThat(alarm.raisedAt()).contains(Instant.parse("2026-11-21T21:41:07Z"));
    assertThat(alarm.phone()).isPresent();
    assertThat(alarm.fix().orElseThrow().position().lat()).isEqualTo(48.8065);
    assertThat(alarm.address().orElseThrow().usablePostcode()).isPresent();
    assertThat(alarm.canTalk()).contains(false);
    assertThat(alarm.forSomeoneElse()).isTrue();
    assertThat(alarm.exercise()).isTrue();
    assertThat(alarm.raw()).isEmpty();
  }

  static Stream<Arguments> damaged() {
    return Stream.of(
        // The contract's example.
        Arguments.of(
            "{"
                + ID
                + ",\"raisedAt\":\"yesterday\",\"phone\":\"06 12\",\"position\":{\"lat\":\"north\",\"lon\":2.4}}",
            List.of("/raisedAt", "/phone", "/position/lat")),
        Arguments.of("{}", List.of("/id", "/raisedAt")),
        Arguments.of("{\"id\":7," + AT + "}", List.of("/id")),
        Arguments.of(WELL + ",\"trigger\":\"shout\"}", List.of("/trigger")),
        Arguments.of(WELL + ",\"phone\":33612345678}", List.of("/phone")),
        Arguments.of(WELL + ",\"position\":[48.8,2.4]}", List.of("/position")),
        Arguments.of(WELL + ",\"position\":{\"lat\":91,\"lon\":2.4}}", List.of("/position/lat")),
        Arguments.of(WELL + ",\"position\":{\"lat\":NaN,\"lon\":2.4}}", List.of("/position/lat")),
        Arguments.of(
            WELL + ",\"position\":{\"lat\":48.8,\"lon\":2.4,\"accuracyM\":-1}}",
            List.of("/position/accuracyM")),
        Arguments.of(
            WELL + ",\"address\":{\"postcode\":\"SW1\",\"country\":\"France\"}}",
            List.of("/address/postcode", "/address/country")),
        Arguments.of(WELL + ",\"address\":\"12 rue des Tilleuls\"}", List.of("/address")),
        Arguments.of(WELL + ",\"language\":\"français?\"}", List.of("/language")),
        Arguments.of(
            WELL + ",\"canTalk\":\"no\",\"exercise\":1}", List.of("/canTalk", "/exercise")),
        Arguments.of(WELL + ",\"note\":\"" + "a".repeat(3_000) + "\"}", List.of("/note")),
        Arguments.of(
            WELL + ",\"note\":{\"deep\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}}",
            List.of("/note")),
        Arguments.of(WELL + ",\"phone\":null,\"other\":[1,2]}", List.of()),
        Arguments.of("not json", List.of("")),
        Arguments.of("[1,2,3]", List.of("")),
        Arguments.of("", List.of("")),
        Arguments.of(WELL + ",\"phone\":\"+33612", List.of("")));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void damagedPartIsSetAsideAndNamed(String body, List<String> degraded) {
    assertThat(read(body).degraded()).containsExactlyElementsOf(degraded);
  }

  @Test
  void whatCameBeforeTheBreakIsUsedAndTheBodyKept() {
    Alarm alarm = read(WELL + ",\"position\":{\"lat\":48.8,\"lon\":2.4},\"phone\":\"+33612");
    assertThat(alarm.trigger()).isEqualTo(Trigger.FALL);
    assertThat(alarm.messageId()).startsWith("0b1c9c52");
    assertThat(alarm.fix()).isPresent();
    assertThat(alarm.raw()).isPresent();
  }

  @Test
  void numberSentAsTextIsUsedAndNamed() {
    Alarm alarm = read(WELL + ",\"position\":{\"lat\":\"48.8\",\"lon\":2.4}}");
    assertThat(alarm.fix()).isPresent();
    assertThat(alarm.degraded()).containsExactly("/position/lat");
  }

  @Test
  void bodyThatIsNoTextIsTaken() {
    byte[] latin = (WELL + ",\"note\":\"é\"}").getBytes(StandardCharsets.ISO_8859_1);
    Alarm alarm = reader.read(APP, latin, NOW);
    assertThat(alarm.degraded()).containsExactly("");
    assertThat(alarm.trigger()).isEqualTo(Trigger.FALL);
    assertThat(alarm.note()).isPresent();
  }

  @Test
  void sameBodyWithoutIdIsTheSameAlarm() {
    assertThat(read("{\"note\":\"a\"}").messageId())
        .isEqualTo(read("{\"note\":\"a\"}").messageId());
    assertThat(read("{\"note\":\"a\"}").messageId())
        .isNotEqualTo(read("{\"note\":\"b\"}").messageId());
    assertThat(read("garbage").messageId()).isEqualTo(read("garbage").messageId());
  }

  @Test
  void sameBodyWithoutIdIsANewCryForHelpLater() {
    byte[] body = "{\"note\":\"help\"}".getBytes(StandardCharsets.UTF_8);
    String now = reader.read(APP, body, NOW).messageId();

    assertThat(reader.read(APP, body, NOW.plusSeconds(20 * 60)).messageId()).isNotEqualTo(now);
  }

  @Test
  void fingerprintTellsOtherContentFromTheSameWrittenOtherwise() {
    String one = read(WELL + ",\"note\":\"a\"}").fingerprint();
    assertThat(read("{\"note\": \"a\"," + WELL.substring(1) + "}").fingerprint()).isEqualTo(one);
    assertThat(read(WELL + ",\"note\":\"b\"}").fingerprint()).isNotEqualTo(one);
    assertThat(read(WELL + ",\"note\":\"a\",\"phone\":\"+33612345678\"}").fingerprint())
        .isNotEqualTo(one);
  }

  @Test
  void whateverComesIsAnAlarm() {
    MutatedBodies bodies = new MutatedBodies(new Random(1));
    for (int i = 0; i < 20_000; i++) {
      byte[] body = bodies.next();
      Alarm alarm = reader.read(APP, body, NOW);
      assertThat(alarm.messageId()).isNotEmpty().hasSizeLessThanOrEqualTo(128);
      assertThat(alarm.note().map(String::length).orElse(0)).isLessThanOrEqualTo(2_000);
      Alarm again = reader.read(APP, body, NOW.plusSeconds(5));
      assertThat(again.messageId()).isEqualTo(alarm.messageId());
      assertThat(again.fingerprint()).isEqualTo(alarm.fingerprint());
      boolean read = alarm.degraded().contains("") == alarm.raw().isPresent();
      assertThat(read).isTrue();
    }
  }

  @Test
  void updateWithoutAPlaceSaysSo() {
    byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(reader.update(none, NOW).degraded()).containsExactly("/position");
    byte[] bad = "{\"position\":{\"lat\":1}}".getBytes(StandardCharsets.UTF_8);
    assertThat(reader.update(bad, NOW).degraded()).containsExactly("/position/lon");
    assertThat(reader.update(bad, NOW).fix()).isEqualTo(Optional.empty());
  }
}
