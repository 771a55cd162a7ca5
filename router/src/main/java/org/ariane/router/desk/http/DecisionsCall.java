package org.ariane.router.desk.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.Role;
import org.ariane.router.assignment.Decision;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.contact.ContactId;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.plan.http.PlanJson;

/// `GET /v1/contacts/{id}/decisions`: what was done with a recent contact and why, with who was
/// passed over. Ids and codes only.
final class DecisionsCall {
  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.COORDINATOR);

  private final LiveSwitchboard switchboard;

  DecisionsCall(LiveSwitchboard switchboard) {
    this.switchboard = switchboard;
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.get("/v1/contacts/:id/decisions", ROLES, this::decisions));
  }

  private Reply decisions(Exchange exchange) {
    String id = exchange.path("id");
    if (!ContactId.isValid(id)) {
      throw Problem.notFound().asException();
    }
    ContactId contact = new ContactId(id);
    List<Decision> decisions = switchboard.decisions(contact);
    if (decisions.isEmpty()) {
      throw Problem.notFound().asException();
    }
    JsonArray array = new JsonArray();
    decisions.forEach(decision -> array.add(json(decision)));
    JsonObject body = new JsonObject().put("contact", id).put("decisions", array);
    switchboard.plan(contact).ifPresent(plan -> body.put("plan", PlanJson.plan(plan)));
    return Reply.ok(body);
  }

  private static JsonObject json(Decision decision) {
    JsonArray passedOver = new JsonArray();
    decision
        .passedOver()
        .forEach(passed ->
            passedOver.add(
                new JsonObject()
                    .put("operator", passed.operator().value())
                    .put("code", passed.code())));
    JsonObject json =
        new JsonObject()
            .put("at", decision.at().toString())
            .put("code", decision.code())
            .put("detail", decision.detail())
            .put("passedOver", passedOver);
    decision.chosen().ifPresent(chosen -> json.put("operator", chosen.value()));
    return json;
  }
}
