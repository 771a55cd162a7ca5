package org.ariane.router.desk.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.Role;
import org.ariane.router.contact.Contact;
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

  SupervisionCalls(Supervisions supervisions) {
    this.supervisions = supervisions;
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
      talks.add(json);
    }
    return Reply.ok(new JsonObject().put("talks", talks));
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
