package org.ariane.router.dispatch.json;

import static org.ariane.router.dispatch.json.IncidentView.array;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.danger.DangerFactor;
import org.ariane.router.danger.DangerFactor.Side;
import org.ariane.router.dispatch.Incident;

/// What was assessed of the danger, as a dispatcher sees it.
public final class AssessmentView {
  private static final String WEAPON = "weapon-threat";

  private AssessmentView() {}

  public static JsonObject of(DangerAssessment assessment) {
    JsonObject weights = new JsonObject();
    assessment.weights().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> weights.put(entry.getKey().wireName(), entry.getValue()));
    return new JsonObject()
        .put("level", assessment.level().wireName())
        .put("at", IncidentView.time(assessment.at()))
        .put("risk", codes(assessment.present(Side.RISK)))
        .put("safety", codes(assessment.present(Side.SAFETY)))
        .put("unanswered", assessment.unanswered())
        .put("score", assessment.score())
        .put("weights", weights)
        .put("policyVersion", assessment.policyVersion());
  }

  /// Adds what is known of the danger; nothing where nothing is known.
  static void put(JsonObject view, Incident incident) {
    incident.assessment().ifPresent(assessment -> view.put("assessment", of(assessment)));
    if (incident.assessment().filter(it -> it.has(DangerFactor.CHILDREN)).isPresent()) {
      view.put("children", true);
    }
    boolean listed =
        incident.features().redList().filter(mark -> mark.reasonCode().equals(WEAPON)).isPresent();
    if (listed || incident.assessment().filter(it -> it.has(DangerFactor.FIREARMS)).isPresent()) {
      view.put("weapons", true);
    }
  }

  private static io.vertx.core.json.JsonArray codes(List<DangerFactor> factors) {
    return array(factors.stream().map(DangerFactor::wireName).toList());
  }
}
