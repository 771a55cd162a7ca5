package org.ariane.router.danger.http;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.danger.DangerAnswer;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.danger.DangerFactor;
import org.ariane.router.danger.DangerGrid;
import org.ariane.router.danger.DangerPolicy;
import org.ariane.router.http.Problem;

/// Reads `{"grid": "full"|"light", "answers": {"firearms": "yes", …}}`. Whatever is not in the
/// vocabulary is named in a 400, and nothing is kept of it.
final class AnswersReader {
  private AnswersReader() {}

  static DangerAssessment assessment(JsonObject body, DangerPolicy policy, Instant at) {
    List<String> wrong = new ArrayList<>();
    Object named = body.getValue("grid", DangerGrid.FULL.wireName());
    Optional<DangerGrid> grid = DangerGrid.parse(String.valueOf(named));
    if (grid.isEmpty()) {
      wrong.add("grid");
    }
    Map<DangerFactor, DangerAnswer> answers = new EnumMap<>(DangerFactor.class);
    if (body.getValue("answers") instanceof JsonObject given) {
      for (String name : given.fieldNames()) {
        Optional<DangerFactor> factor = DangerFactor.parse(name);
        Optional<DangerAnswer> answer = DangerAnswer.parse(String.valueOf(given.getValue(name)));
        if (factor.isPresent() && answer.isPresent()) {
          answers.put(factor.get(), answer.get());
        } else {
          wrong.add(factor.isPresent() ? "answers." + factor.get().wireName() : "answers");
        }
      }
    } else {
      wrong.add("answers");
    }
    if (!wrong.isEmpty()) {
      String where = String.join(", ", wrong.stream().distinct().sorted().toList());
      throw Problem.of(400, "invalid", "The request is not understood", "Look at: " + where)
          .asException();
    }
    return policy.assess(grid.orElseThrow(), answers, at);
  }
}
