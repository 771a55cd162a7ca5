package org.ariane.router.alarm.aml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ariane.router.alarm.Fix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AmlTextTest {
  private static final Instant NOW = Instant.parse("2026-11-21T21:41:30Z");
  private static final String IMSI = "208011234567890";
  private static final String IMEI = "3512345678901234";
  private static final String WHOLE =
      "A\"ML=1;lt=+48.80650;lg=+2.43800;rd=18;top=20261121214107;lc=90;pm=G;si="
          + IMSI
          + ";ei="
          + IMEI
          + ";mcc=208;mnc=01;ml=130";

  @Test
  void aWholeMessageSaysWhereSheIsAndNeverWhoseCardItIs() {
    var message = message(WHOLE.replace("ml=130", "ml=" + WHOLE.length()));

    Fix fix = message.fix().orElseThrow();
    assertThat(fix.position().lat()).isEqualTo(48.8065);
    assertThat(fix.position().lon()).isEqualTo(2.438);
    assertThat(fix.accuracyM()).hasValue(18);
    assertThat(fix.method()).contains("gps");
    assertThat(fix.at()).contains(Instant.parse("2026-11-21T21:41:07Z"));
    assertThat(message.note()).contains("AML: confidence 90 %, network 208-01");
    assertThat(message.timed()).isTrue();
    assertThat(message.degraded()).containsExactlyInAnyOrder("/aml/si", "/aml/ei");
  }

  @ParameterizedTest
  @CsvSource({"G,gps", "W,wifi", "C,cell", "g,gps"})
  void methodsHaveTheirNames(String letter, String method) {
    assertThat(message("A\"ML=1;lt=48.8;lg=2.4;pm=" + letter).fix().orElseThrow().method())
        .contains(method);
  }

  static Stream<Arguments> badParts() {
    return Stream.of(
        arguments("A\"ML=1;lt=+98.80650;lg=+2.43800;pm=G", false, List.of("/aml/lt")),
        arguments("A\"ML=1;lg=+2.43800;pm=G", false, List.of("/aml/lt")),
        arguments("A\"ML=1;lt=north;lg=+2.43800", false, List.of("/aml/lt")),
        arguments("A\"ML=1;lt=48,8;lg=2.4", true, List.of("/aml/lt")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;rd=-4", true, List.of("/aml/rd")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;top=20261399000000", true, List.of("/aml/top")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;top=19991121214107", true, List.of("/aml/top")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;pm=X", true, List.of("/aml/pm")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;lc=101", true, List.of("/aml/lc")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;zz=1", true, List.of("/aml/zz")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;lt=49.8", true, List.of("/aml/lt")),
        arguments("A\"ML=9;lt=48.8;lg=2.4", true, List.of("/aml/ML")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;ml=10", true, List.of("/aml/ml")),
        arguments("A\"ML=1;lt=48.8;lg=2.4;nonsense", true, List.of("/aml")),
        arguments("A\"ML=1;lt=+00.00000;lg=+000.00000;rd=N;pm=N", false, List.of("/aml/lt")),
        arguments("A\"ML=1;lt=0;lg=0;rd=9", false, List.of("/aml/lt")),
        arguments("xx A\"ML=1;lt=48.8;lg=2.4;pm=U", true, List.of()));
  }

  @ParameterizedTest
  @MethodSource("badParts")
  void aBadPartIsNamedAndTheRestIsUsed(String text, boolean placed, List<String> degraded) {
    var message = message(text);
    assertThat(message.fix().isPresent()).isEqualTo(placed);
    assertThat(message.degraded()).containsExactlyElementsOf(degraded);
  }

  @Test
  void whatIsNotUnderstoodIsKeptInTheNote() {
    assertThat(message("A\"ML=1;lt=48.8;lg=2.4;pm=X;hc=fr").note())
        .contains("AML: not understood: pm=X; hc=fr");
  }

  @Test
  void anotherTextIsKeptAsItIsButForIdentities() {
    var other = (AmlReading.Other) AmlText.read("help me si=" + IMSI + "; " + IMEI, NOW);
    assertThat(other.raw()).startsWith("help me").doesNotContain(IMSI).doesNotContain(IMEI);
  }

  @Test
  void mutatedTextsNeverThrowAndNeverKeepAnIdentity() {
    Random random = new Random(103_625);
    for (int i = 0; i < 10_000; i++) {
      AmlReading reading = AmlText.read(mutated(random), NOW);
      String kept =
          switch (reading) {
            case AmlReading.Message message -> message.note().orElse("") + message.degraded();
            case AmlReading.Other other -> other.raw();
          };
      assertThat(kept).doesNotContain(IMSI).doesNotContain(IMEI);
    }
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(WHOLE);
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times && text.length() > 1; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) random.nextInt(0x10000));
        case 2 -> text.setCharAt(at, ";=\"+-.,N".charAt(random.nextInt(8)));
        case 3 -> text.setLength(at);
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }

  private static AmlReading.Message message(String text) {
    return (AmlReading.Message) AmlText.read(text, NOW);
  }
}
