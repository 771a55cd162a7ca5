package org.ariane.router.danger.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.danger.DangerAnswer;
import org.ariane.router.danger.DangerFactor;
import org.ariane.router.danger.DangerFactor.Side;
import org.ariane.router.danger.DangerGrid;
import org.ariane.router.danger.DangerPolicy;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// The vocabulary of the assessment, and the assessment of an incident. Codes only: pages have the
/// words.
public final class DangerEndpoints {
  private static final Set<Role> READERS =
      Set.of(Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR, Role.COORDINATOR);
  private static final Set<Role> ASSESSORS =
      Set.of(Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR);

  private final DangerPolicy policy;
  private final AssessmentDesk desk;

  public DangerEndpoints(DangerPolicy policy, AssessmentDesk desk) {
    this.policy = policy;
    this.desk = desk;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/danger-assessment", READERS, this::vocabulary),
        Endpoint.post("/v1/incidents/:id/assessment", ASSESSORS, this::assess));
  }

  private Reply assess(Exchange exchange) {
    String id = exchange.path("id");
    if (!IncidentId.isValid(id)) {
      throw Problem.notFound().asException();
    }
    return desk.ofIncident(exchange.principal(), new IncidentId(id), exchange.json());
  }

  private Reply vocabulary(Exchange exchange) {
    JsonObject risk = new JsonObject();
    JsonArray safety = new JsonArray();
    for (DangerFactor factor : DangerFactor.values()) {
      if (factor.side() == Side.RISK) {
        risk.put(factor.wireName(), policy.weights().getOrDefault(factor, 0));
      } else {
        safety.add(factor.wireName());
      }
    }
    JsonObject grids = new JsonObject();
    for (DangerGrid grid : DangerGrid.values()) {
      JsonArray asked = new JsonArray();
      policy.asked(grid).forEach(factor -> asked.add(factor.wireName()));
      grids.put(grid.wireName(), asked);
    }
    JsonObject levels = new JsonObject();
    policy.from().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> levels.put(entry.getKey().wireName(), entry.getValue()));
    JsonArray answers = new JsonArray();
    Arrays.stream(DangerAnswer.values()).forEach(answer -> answers.add(answer.wireName()));
    return Reply.ok(
        new JsonObject()
            .put("policyVersion", policy.version())
            .put("answers", answers)
            .put("risk", risk)
            .put("safety", safety)
            .put("grids", grids)
            .put("levels", levels));
  }
}
