package org.ariane.router.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.priority.yaml.YamlPriorityPolicy;
import org.ariane.router.redlist.RedListMark;
import org.ariane.router.redlist.RedListMark.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PriorityPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-21T21:41:08Z");
  private static final Optional<RedListMark> NONE = Optional.empty();

  private final PriorityPolicy policy = YamlPriorityPolicy.shipped();

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(Set.of(Trigger.BUTTON), false, NONE, 0, 45, PriorityClass.HIGH),
        Arguments.of(Set.of(Trigger.SILENT), true, NONE, 0, 55, PriorityClass.HIGH),
        Arguments.of(Set.of(Trigger.SILENT), true, NONE, 1, 60, PriorityClass.CRITICAL),
        Arguments.of(Set.of(Trigger.GEOFENCE), false, NONE, 0, 40, PriorityClass.HIGH),
        Arguments.of(Set.of(Trigger.FALL), false, NONE, 0, 30, PriorityClass.ELEVATED),
        Arguments.of(Set.of(Trigger.CHECK_IN_MISSED), false, NONE, 0, 25, PriorityClass.ELEVATED),
        Arguments.of(Set.of(Trigger.CHECK_IN_MISSED), false, mark(4), 0, 53, PriorityClass.HIGH),
        Arguments.of(Set.of(Trigger.BUTTON), false, mark(2), 0, 61, PriorityClass.CRITICAL),
        Arguments.of(Set.of(Trigger.BUTTON), false, NONE, 9, 60, PriorityClass.CRITICAL),
        Arguments.of(Set.of(Trigger.FALL, Trigger.BUTTON), false, NONE, 1, 50, PriorityClass.HIGH));
  }

  private static Optional<RedListMark> mark(int seriousness) {
    return Optional.of(new RedListMark(Kind.ADDRESS, seriousness, "weapon-threat"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void featuresGiveScoreAndClass(
      Set<Trigger> triggers,
      boolean cannotTalk,
      Optional<RedListMark> redList,
      int repetitions,
      int score,
      PriorityClass urgency) {
    var features = new PriorityFeatures(triggers, cannotTalk, false, redList, repetitions, 3);
    Priority priority = policy.assess(features);
    assertThat(priority.score()).isEqualTo(score);
    assertThat(priority.urgency()).isEqualTo(urgency);
    assertThat(priority.reasons().stream().mapToInt(PriorityReason::weight).sum()).isEqualTo(score);
    assertThat(policy.assess(features)).isEqualTo(priority);
  }

  @Test
  void reasonsAreThoseOfTheContract() {
    Priority priority =
        policy.assess(new PriorityFeatures(Set.of(Trigger.BUTTON), false, false, mark(4), 1, 3));
    assertThat(priority.reasons().stream().map(PriorityReason::code))
        .containsExactly("trigger.button", "redlist.address", "repeat");
    assertThat(priority.reasons().get(1))
        .isEqualTo(
            new PriorityReason(
                "redlist.address",
                28,
                "Address on the red list, seriousness 4: recurrence means rising danger"));
    assertThat(priority.reasons().getLast().text()).isEqualTo("2 alarms within 3 minutes");
    assertThat(priority.policyVersion()).isEqualTo("2026-11-25");
  }

  @Test
  void nothingMoreEverLowersTheScore() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      Trigger trigger = any(random);
      PriorityFeatures less =
          new PriorityFeatures(
              Set.of(trigger), false, false, Optional.empty(), random.nextInt(4), 1);
      PriorityFeatures more =
          new PriorityFeatures(
              EnumSet.of(trigger, any(random)),
              random.nextBoolean(),
              random.nextBoolean(),
              mark(1 + random.nextInt(5)),
              less.repetitions() + random.nextInt(3),
              1);
      assertThat(policy.assess(more).score()).isGreaterThan(policy.assess(less).score());
    }
  }

  @Test
  void aPolicyKeepsThePromiseOfAVerifiedBan() {
    String yaml = shippedYaml().replace("contact-ban: {verified: 30", "contact-ban: {verified: 14");
    assertThatThrownBy(() -> YamlPriorityPolicy.parse(yaml))
        .hasMessageContaining("orders.contact-ban.verified must be at least 15");
  }

  private static Trigger any(Random random) {
    return List.of(Trigger.values()).get(random.nextInt(Trigger.values().length));
  }

  @Test
  void classComesFirstThenScoreAndWaiting() {
    Priority critical =
        policy.assess(new PriorityFeatures(Set.of(Trigger.BUTTON), false, false, mark(5), 0, 0));
    Priority high = policy.assess(PriorityFeatures.of(Trigger.BUTTON));
    Priority higher = policy.assess(PriorityFeatures.of(Trigger.SILENT));
    assertThat(policy.orderKey(critical, NOW))
        .isLessThan(policy.orderKey(high, NOW.minusSeconds(86_400)));
    assertThat(policy.orderKey(higher, NOW)).isLessThan(policy.orderKey(high, NOW));
    assertThat(policy.orderKey(high, NOW.minusSeconds(600)))
        .isLessThan(policy.orderKey(higher, NOW));
    assertThat(policy.orderKey(high, NOW.minusMillis(100))).isLessThan(policy.orderKey(high, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "points: 45, points: -1, triggers.button.points",
    "'silent: {', 'whisper: {', triggers.silent",
    "from: 60, from: 30, classes.high.from",
    "'per-minute: 2.0', 'per-minute: 0', classes.critical.per-minute",
    "each: 5, each: many, repeat.each",
    "contact-ban:, contact-bans:, orders.contact-ban",
    "claimed: 10, claimed: 40, orders.other.verified",
    "order-breached:, breached:, order-breached",
    "high: 20, high: 2, assessment.high"
  })
  void everyErrorOfAPolicyIsNamed(String from, String to, String where) {
    String yaml = shippedYaml().replace(from, to).replace("version: \"2026-11-25\"", "version: 3");
    assertThatThrownBy(() -> YamlPriorityPolicy.parse(yaml))
        .hasMessageContaining(where)
        .hasMessageContaining("version");
  }

  private static String shippedYaml() {
    try (var in =
        PriorityPolicyTest.class.getResourceAsStream(
            "/org/ariane/router/priority-policies/2026-11-25.yaml")) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(),
          java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
