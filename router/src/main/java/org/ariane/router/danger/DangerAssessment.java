package org.ariane.router.danger;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What an assessment found, and by which weights. Without any text, name or number.
///
/// @param score sum of the weights of the risk factors that are there
/// @param policyVersion of the weights
/// @param weights of the risk factors that are there: why the level is what it is
/// @param answers what was answered with yes or no, risk and safety factors alike
/// @param unanswered how many that were asked were not
public record DangerAssessment(
    DangerLevel level,
    int score,
    String policyVersion,
    Instant at,
    DangerGrid grid,
    Map<DangerFactor, Integer> weights,
    Map<DangerFactor, DangerAnswer> answers,
    int unanswered) {
  private static final Comparator<DangerAssessment> NEWER =
      comparing(DangerAssessment::at)
          .thenComparing(DangerAssessment::level)
          .thenComparing(one -> List.copyOf(new EnumMap<>(one.answers).entrySet()).toString());

  public DangerAssessment {
    weights = Map.copyOf(weights);
    answers = Map.copyOf(answers);
    if (answers.values().stream().anyMatch(answer -> !answer.answers())) {
      throw new IllegalArgumentException("only yes and no are answers");
    }
    if (unanswered < 0 || score < 0) {
      throw new IllegalArgumentException("a count is not negative");
    }
  }

  /// Those of one side that are there.
  public List<DangerFactor> present(DangerFactor.Side side) {
    return answers.entrySet().stream()
        .filter(entry -> entry.getValue() == DangerAnswer.YES && entry.getKey().side() == side)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  public boolean has(DangerFactor factor) {
    return answers.get(factor) == DangerAnswer.YES;
  }

  /// The newer of the two, with what only the older one answered, and the graver level: what was
  /// skipped the second time is not gone. The same whichever is asked.
  public DangerAssessment and(DangerAssessment other) {
    boolean first = NEWER.compare(this, other) >= 0;
    DangerAssessment newer = first ? this : other;
    DangerAssessment older = first ? other : this;
    Map<DangerFactor, DangerAnswer> both = new EnumMap<>(DangerFactor.class);
    both.putAll(older.answers);
    both.putAll(newer.answers);
    Map<DangerFactor, Integer> why = new EnumMap<>(DangerFactor.class);
    for (DangerAssessment one : List.of(older, newer)) {
      one.weights.forEach((factor, weight) -> {
        if (both.get(factor) == DangerAnswer.YES) {
          why.put(factor, weight);
        }
      });
    }
    int fromOlder = both.size() - newer.answers.size();
    return new DangerAssessment(
        newer.level.orGraver(older.level),
        why.values().stream().mapToInt(Integer::intValue).sum(),
        newer.policyVersion,
        newer.at,
        newer.grid,
        why,
        both,
        Math.max(0, newer.unanswered - fromOlder));
  }
}
