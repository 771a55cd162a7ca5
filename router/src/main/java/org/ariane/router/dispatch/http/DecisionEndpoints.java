package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.DispatchDesk;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.json.StoredDecision;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.priority.DecisionTrail;
import org.ariane.router.priority.PriorityDecision;
import org.ariane.router.priority.Replay;

/// Why an incident was as urgent as it was: each decision with its features and reasons, taken
/// again while it is read.
public final class DecisionEndpoints {
  private static final Set<Role> REVIEWERS = Set.of(Role.COORDINATOR, Role.OVERSIGHT);

  private final DispatchDesk desk;
  private final DecisionTrail trail;
  private final Replay replay;

  public DecisionEndpoints(DispatchDesk desk, DecisionTrail trail, Replay replay) {
    this.desk = desk;
    this.trail = trail;
    this.replay = replay;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/incidents/:id/decisions", IncidentEndpoints.CENTRE, this::seen),
        Endpoint.get("/v1/decisions", REVIEWERS, this::reviewed));
  }

  private Reply seen(Exchange exchange) {
    IncidentId id = id(exchange.path("id"));
    if (desk.find(exchange.principal(), id).isEmpty()) {
      throw Problem.notFound().asException();
    }
    return decisions(id);
  }

  /// Also after the incident is gone: what is recorded names nobody.
  private Reply reviewed(Exchange exchange) {
    return decisions(
        id(
            exchange
                .query("incident")
                .orElseThrow(() ->
                    Problem.of(400, "invalid", "The request is not understood", "Name an incident")
                        .asException())));
  }

  private Reply decisions(IncidentId id) {
    try {
      List<PriorityDecision> decisions = trail.of(id);
      if (decisions.isEmpty()) {
        throw Problem.notFound().asException();
      }
      JsonArray array = new JsonArray();
      decisions.forEach(decision -> array.add(view(decision)));
      return Reply.ok(new JsonObject().put("incident", id.value()).put("decisions", array));
    } catch (LogUnavailableException e) {
      throw Problem.of(503, "unavailable", "This cannot be read now", "Repeat it.")
          .with("retryAfterS", 2)
          .asException();
    }
  }

  private JsonObject view(PriorityDecision decision) {
    JsonObject json = StoredDecision.write(decision);
    json.remove("incident");
    return switch (replay.of(decision)) {
      case Replay.Outcome.Same() -> json.put("replayed", true);
      case Replay.Outcome.Different(List<String> what) ->
          json.put("replayed", false).put("differences", new JsonArray(what));
      case Replay.Outcome.NoPolicy(String version) ->
          json.put("replayed", false)
              .put("differences", new JsonArray().add("no policy " + version));
    };
  }

  private static IncidentId id(String text) {
    if (!IncidentId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new IncidentId(text);
  }
}
