package org.ariane.router.desk.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.Role;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.Danger;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;
import org.ariane.router.transfer.SupervisionMode;
import org.ariane.router.transfer.Supervisions;

/// A supervisor sees which calls operators of her organisation are in, and takes part in one: all
/// in it are told before she hears anything.
final class SupervisionCalls {
  private static final Set<Role> ROLES = Set.of(Role.SUPERVISOR);

  private final Supervisions supervisions;
  private final InstantSource clock;

  SupervisionCalls(Supervisions supervisions, InstantSource clock) {
    this.supervisions = supervisions;
    this.clock = clock;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/desk/talks", ROLES, this::talks),
        Endpoint.post("/v1/contacts/:id/supervision", ROLES, this::supervise));
  }

  private Reply talks(Exchange exchange) {
    JsonArray talks = new JsonArray();
    for (Supervisions.Talk talk : supervisions.talks(exchange.principal())) {
      Contact contact = talk.contact();
      JsonObject json =
          new JsonObject()
              .put("contact", contact.id().value())
              .put("operator", talk.operator().value())
              .put("exercise", contact.exercise());
      contact.language().ifPresent(language -> json.put("language", language.tag()));
      supervisions
          .standing(contact.id(), exchange.principal())
          .ifPresent(mode -> json.put("supervision", mode));
      talks.add(json);
    }
    JsonArray operators = new JsonArray();
    supervisions
        .operators(exchange.principal())
        .forEach((operator, presence) ->
            operators.add(
                new JsonObject()
                    .put("operator", operator.value())
                    .put("presence", presence.wireName())));
    JsonArray waiting = new JsonArray();
    supervisions.waiting(exchange.principal()).forEach(contact -> waiting.add(waits(contact)));
    return Reply.ok(
        new JsonObject().put("talks", talks).put("operators", operators).put("waiting", waiting));
  }

  /// Nobody's name or id: only how long somebody waits, and in what danger.
  private JsonObject waits(Contact contact) {
    long waited = Duration.between(contact.arrivedAt(), clock.instant()).toSeconds();
    JsonObject json =
        new JsonObject()
            .put("channel", contact.channel().wireName())
            .put("danger", contact.danger() == Danger.NONE ? "none" : "alerted")
            .put("waitedS", Math.max(0, waited))
            .put("exercise", contact.exercise());
    contact.language().ifPresent(language -> json.put("language", language.tag()));
    return json;
  }

  private Reply supervise(Exchange exchange) {
    SupervisionMode mode =
        TransferCalls.text(exchange.json(), "mode")
            .flatMap(SupervisionMode::parse)
            .orElseThrow(() -> TransferCalls.bad("mode"));
    return TransferCalls.reply(
        supervisions.ask(TransferCalls.contact(exchange), exchange.principal(), mode));
  }
}
