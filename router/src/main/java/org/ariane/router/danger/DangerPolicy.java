package org.ariane.router.danger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Weights and thresholds of the assessment as data.
///
/// @param version named in every assessment
/// @param weights of every risk factor, 1 or more; safety factors have none
/// @param light what the light grid asks
/// @param from lowest score of moderate, high and extreme
/// @param lowNeeds how many risk factors must have been answered before it may be called low, in
///   each grid
public record DangerPolicy(
    String version,
    Map<DangerFactor, Integer> weights,
    Set<DangerFactor> light,
    Map<DangerLevel, Integer> from,
    Map<DangerGrid, Integer> lowNeeds) {
  public DangerPolicy {
    weights = Map.copyOf(weights);
    light = Set.copyOf(light);
    from = Map.copyOf(from);
    lowNeeds = Map.copyOf(lowNeeds);
  }

  /// What a grid asks, in the order of the vocabulary.
  public List<DangerFactor> asked(DangerGrid grid) {
    return java.util.Arrays.stream(DangerFactor.values())
        .filter(factor -> grid == DangerGrid.FULL || light.contains(factor))
        .toList();
  }

  /// What was not mentioned is unanswered.
  public DangerAssessment assess(
      DangerGrid grid, Map<DangerFactor, DangerAnswer> given, Instant at) {
    Map<DangerFactor, DangerAnswer> answers = new EnumMap<>(DangerFactor.class);
    given.forEach((factor, answer) -> {
      if (answer.answers()) {
        answers.put(factor, answer);
      }
    });
    Map<DangerFactor, Integer> counted = new EnumMap<>(DangerFactor.class);
    answers.forEach((factor, answer) -> {
      if (answer == DangerAnswer.YES && factor.side() == DangerFactor.Side.RISK) {
        counted.put(factor, weights.getOrDefault(factor, 0));
      }
    });
    int score = counted.values().stream().mapToInt(Integer::intValue).sum();
    int unanswered =
        (int) asked(grid).stream().filter(factor -> !answers.containsKey(factor)).count();
    return new DangerAssessment(
        level(grid, score, answers), score, version, at, grid, counted, answers, unanswered);
  }

  private DangerLevel level(DangerGrid grid, int score, Map<DangerFactor, DangerAnswer> answers) {
    for (DangerLevel level : List.of(DangerLevel.EXTREME, DangerLevel.HIGH, DangerLevel.MODERATE)) {
      if (score >= from.getOrDefault(level, Integer.MAX_VALUE)) {
        return level;
      }
    }
    long heard =
        answers.keySet().stream().filter(one -> one.side() == DangerFactor.Side.RISK).count();
    return heard >= lowNeeds.getOrDefault(grid, Integer.MAX_VALUE)
        ? DangerLevel.LOW
        : DangerLevel.UNCLEAR;
  }
}
