package org.ariane.router.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ariane.router.danger.DangerFactor.Side;
import org.ariane.router.danger.yaml.YamlDangerPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DangerPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-21T21:41:07Z");
  private static final Instant LATER = NOW.plusSeconds(600);

  private final DangerPolicy policy = YamlDangerPolicy.shipped();

  @ParameterizedTest
  @CsvSource({
    "threat-to-kill, moderate",
    "threat-to-kill firearms, high",
    "threat-to-kill firearms found-her coercive-control, extreme",
    "separation addiction, moderate",
    "children, unclear"
  })
  void theLevelIsThatOfTheSum(String present, String level) {
    DangerAssessment assessment = policy.assess(DangerGrid.FULL, yes(present), NOW);

    assertThat(assessment.level().wireName()).isEqualTo(level);
    assertThat(assessment.score())
        .isEqualTo(assessment.weights().values().stream().mapToInt(Integer::intValue).sum());
    assertThat(assessment.unanswered())
        .isEqualTo(DangerFactor.values().length - present.split(" ", -1).length);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNKNOWN", "SKIPPED"})
  void unansweredNeverCountsAsNo(DangerAnswer answer) {
    DangerAssessment silent = policy.assess(DangerGrid.FULL, all(Side.RISK, answer), NOW);
    DangerAssessment denied = policy.assess(DangerGrid.FULL, all(Side.RISK, DangerAnswer.NO), NOW);

    assertThat(silent.level()).isEqualTo(DangerLevel.UNCLEAR);
    assertThat(silent.unanswered()).isEqualTo(DangerFactor.values().length);
    assertThat(denied.level()).isEqualTo(DangerLevel.LOW);
  }

  @Test
  void safetyFactorsAreShownAndLowerNothing() {
    Map<DangerFactor, DangerAnswer> answers = new EnumMap<>(yes("threat-to-kill firearms"));
    DangerAssessment without = policy.assess(DangerGrid.FULL, answers, NOW);
    answers.putAll(all(Side.SAFETY, DangerAnswer.YES));

    DangerAssessment with = policy.assess(DangerGrid.FULL, answers, NOW);

    assertThat(with.level()).isEqualTo(without.level());
    assertThat(with.score()).isEqualTo(without.score());
    assertThat(with.present(Side.SAFETY)).hasSize(5);
  }

  @Test
  void theLightGridAsksLess() {
    assertThat(policy.asked(DangerGrid.LIGHT))
        .hasSizeLessThan(12)
        .isSubsetOf(policy.asked(DangerGrid.FULL));
  }

  @Test
  void whatIsSkippedTheSecondTimeIsNotGone() {
    DangerAssessment first = policy.assess(DangerGrid.FULL, yes("firearms threat-to-kill"), NOW);
    Map<DangerFactor, DangerAnswer> second = new EnumMap<>(yes("children"));
    second.put(DangerFactor.FIREARMS, DangerAnswer.NO);
    DangerAssessment both = first.and(policy.assess(DangerGrid.FULL, second, LATER));

    assertThat(both.present(Side.RISK))
        .containsExactly(DangerFactor.THREAT_TO_KILL, DangerFactor.CHILDREN);
    assertThat(both.level()).isEqualTo(DangerLevel.HIGH);
    assertThat(both.at()).isEqualTo(LATER);
    assertThat(both).isEqualTo(policy.assess(DangerGrid.FULL, second, LATER).and(first));
  }

  @ParameterizedTest
  @CsvSource({
    "firearms: 5, firearms: 0, risk.firearms",
    "children: 1, housing: -1, risk.housing",
    "high: 10, high: 4, levels.high",
    "light: [separation, light: [weather, weather"
  })
  void everyErrorOfAPolicyIsNamed(String from, String to, String where) throws Exception {
    String yaml;
    try (var in =
        DangerPolicyTest.class.getResourceAsStream("/org/ariane/router/danger-assessment.yaml")) {
      yaml =
          new String(
              java.util.Objects.requireNonNull(in).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8);
    }
    String broken = yaml.replace(from, to).replace("version: \"2026-11-25\"", "version: 3");
    assertThatThrownBy(() -> YamlDangerPolicy.parse(broken))
        .hasMessageContaining(where)
        .hasMessageContaining("version");
  }

  private static Map<DangerFactor, DangerAnswer> yes(String names) {
    return Arrays.stream(names.split(" ", -1))
        .collect(
            Collectors.toMap(
                name -> DangerFactor.parse(name).orElseThrow(), name -> DangerAnswer.YES));
  }

  private static Map<DangerFactor, DangerAnswer> all(Side side, DangerAnswer answer) {
    return Arrays.stream(DangerFactor.values())
        .filter(factor -> factor.side() == side)
        .collect(Collectors.toMap(factor -> factor, factor -> answer));
  }
}
