package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.Role;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.Outcomes;
import org.ariane.router.dispatch.json.IncidentView;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// What became of the incidents on which one acted oneself: codes and times only.
public final class OutcomeEndpoints {
  private static final Set<Role> ROLES = Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.OPERATOR);

  private final Outcomes outcomes;
  private final InstantSource clock;

  public OutcomeEndpoints(Outcomes outcomes, InstantSource clock) {
    this.outcomes = outcomes;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/outcomes", ROLES, this::list));
  }

  private Reply list(Exchange exchange) {
    JsonArray told = new JsonArray();
    try {
      outcomes
          .of(exchange.principal().id(), clock.instant().minus(Outcomes.KEPT))
          .forEach(one -> told.add(view(one)));
    } catch (LogUnavailableException e) {
      throw Problem.of(503, "unavailable", "This cannot be read now", "Repeat it.")
          .with("retryAfterS", 2)
          .asException();
    }
    return Reply.ok(new JsonObject().put("outcomes", told));
  }

  private static JsonObject view(Outcomes.Told told) {
    return new JsonObject()
        .put("incident", told.incident().value())
        .put("outcome", told.outcome())
        .put("at", IncidentView.time(told.at()))
        .put("exercise", told.exercise());
  }
}
