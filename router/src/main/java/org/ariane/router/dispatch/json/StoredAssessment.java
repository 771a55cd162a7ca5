package org.ariane.router.dispatch.json;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.ariane.router.danger.DangerAnswer;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.danger.DangerFactor;
import org.ariane.router.danger.DangerGrid;
import org.ariane.router.danger.DangerLevel;

/// Assessments of danger as they are stored. A factor that is no longer known is left out.
public final class StoredAssessment {
  private StoredAssessment() {}

  public static JsonObject write(DangerAssessment assessment) {
    JsonObject weights = new JsonObject();
    sorted(assessment.weights())
        .forEach((factor, weight) -> weights.put(factor.wireName(), weight));
    JsonObject answers = new JsonObject();
    sorted(assessment.answers())
        .forEach((factor, answer) -> answers.put(factor.wireName(), answer.wireName()));
    return new JsonObject()
        .put("level", assessment.level().wireName())
        .put("score", assessment.score())
        .put("policyVersion", assessment.policyVersion())
        .put("at", assessment.at().toString())
        .put("grid", assessment.grid().wireName())
        .put("weights", weights)
        .put("answers", answers)
        .put("unanswered", assessment.unanswered());
  }

  public static DangerAssessment read(JsonObject json) {
    Map<DangerFactor, Integer> weights = new EnumMap<>(DangerFactor.class);
    JsonObject storedWeights = json.getJsonObject("weights");
    for (String name : storedWeights.fieldNames()) {
      DangerFactor.parse(name)
          .ifPresent(factor -> weights.put(factor, storedWeights.getInteger(name)));
    }
    Map<DangerFactor, DangerAnswer> answers = new EnumMap<>(DangerFactor.class);
    JsonObject storedAnswers = json.getJsonObject("answers");
    for (String name : storedAnswers.fieldNames()) {
      DangerFactor.parse(name)
          .ifPresent(factor ->
              answers.put(factor, DangerAnswer.parse(storedAnswers.getString(name)).orElseThrow()));
    }
    return new DangerAssessment(
        DangerLevel.parse(json.getString("level")).orElseThrow(),
        json.getInteger("score"),
        json.getString("policyVersion"),
        Instant.parse(json.getString("at")),
        DangerGrid.parse(json.getString("grid")).orElseThrow(),
        weights,
        answers,
        json.getInteger("unanswered"));
  }

  private static <T> Map<DangerFactor, T> sorted(Map<DangerFactor, T> map) {
    Map<DangerFactor, T> sorted = new EnumMap<>(DangerFactor.class);
    sorted.putAll(map);
    return sorted;
  }
}
