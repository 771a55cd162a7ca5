package org.ariane.router.plan.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.directory.http.ServicesJson;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Step;

/// A plan as JSON, with the wire names of the contract.
public final class PlanJson {
  private PlanJson() {}

  public static JsonObject plan(RoutingPlan plan) {
    JsonArray steps = new JsonArray();
    plan.steps().forEach(step -> steps.add(step(step)));
    return new JsonObject()
        .put("policyVersion", plan.policyVersion())
        .put("policy", plan.policy().value())
        .put("directoryVersion", plan.directoryVersion())
        .put("steps", steps)
        .put("passedOver", ServicesJson.passedOver(plan.passedOver()));
  }

  private static JsonObject step(Step step) {
    JsonObject json =
        switch (step) {
          case Step.Offer offer -> offer(offer);
          case Step.Ring ring ->
              timed("ring", ring.service().value(), ring.within()).put("possible", true);
          case Step.Together together -> together(together);
          case Step.Announce announce ->
              new JsonObject().put("do", "announce").put("to", "caller").put("possible", true);
          case Step.Fallback fallback ->
              timed("ring", "fallback", fallback.within()).put("possible", true);
        };
    return json.put("reasons", ServicesJson.reasons(step.reasons()));
  }

  private static JsonObject offer(Step.Offer offer) {
    JsonArray desks = new JsonArray();
    offer.desks().stream().map(ServiceId::value).forEach(desks::add);
    return timed("offer", "desk", offer.within())
        .put("desks", desks)
        .put("skills", new JsonArray(offer.skills()))
        .put("possible", offer.possible());
  }

  private static JsonObject together(Step.Together together) {
    JsonArray desks = new JsonArray();
    together.desks().stream().map(ServiceId::value).forEach(desks::add);
    JsonArray numbers = new JsonArray();
    together.rings().stream().map(ring -> ring.service().value()).forEach(numbers::add);
    return timed("offer", "desk", together.within())
        .put("together", true)
        .put("desks", desks)
        .put("services", numbers)
        .put("possible", together.possible());
  }

  private static JsonObject timed(String what, String to, Duration within) {
    return new JsonObject().put("do", what).put("to", to).put("forS", within.toSeconds());
  }
}
