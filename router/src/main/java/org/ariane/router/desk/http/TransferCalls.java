package org.ariane.router.desk.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.TransferState;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.transfer.Disclosure;
import org.ariane.router.transfer.Transfer;
import org.ariane.router.transfer.TransferAnswer;
import org.ariane.router.transfer.TransferKind;
import org.ariane.router.transfer.TransferStep;
import org.ariane.router.transfer.TransferTarget;
import org.ariane.router.transfer.Transfers;

/// `/v1/contacts/{id}/transfer`: the operator who talks with a caller brings her to somebody else,
/// who is named by id and never by a number. Whose call it is not gets 404.
final class TransferCalls {
  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.SUPERVISOR);

  private final Transfers transfers;

  TransferCalls(Transfers transfers) {
    this.transfers = transfers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/v1/contacts/:id/transfer", ROLES, this::ask),
        Endpoint.get("/v1/contacts/:id/transfer", ROLES, this::standing),
        Endpoint.get("/v1/contacts/:id/targets", ROLES, this::targets),
        Endpoint.post("/v1/contacts/:id/transfer/:step", ROLES, this::step));
  }

  private Reply ask(Exchange exchange) {
    ContactId contact = contact(exchange);
    JsonObject body = exchange.json();
    TransferKind kind =
        text(body, "kind").flatMap(TransferKind::parse).orElseThrow(() -> bad("kind"));
    return reply(transfers.ask(contact, exchange.principal().id(), kind, target(body), told(body)));
  }

  private static TransferTarget target(JsonObject body) {
    if (!(body.getValue("to") instanceof JsonObject to) || to.size() != 1) {
      throw bad("to");
    }
    try {
      return switch (to.fieldNames().iterator().next()) {
        case "service" -> new TransferTarget.ToService(new ServiceId(id(to, "service")));
        case "operator" -> new TransferTarget.ToOperator(new PrincipalId(id(to, "operator")));
        case "centre" -> new TransferTarget.ToCentre(new CentreId(id(to, "centre")));
        default -> throw bad("to");
      };
    } catch (IllegalArgumentException e) {
      throw bad("to");
    }
  }

  private static String id(JsonObject to, String name) {
    return text(to, name).orElseThrow(() -> bad("to"));
  }

  private static Set<Disclosure> told(JsonObject body) {
    Set<Disclosure> told = EnumSet.noneOf(Disclosure.class);
    if (!body.containsKey("share")) {
      return told;
    }
    if (!(body.getValue("share") instanceof JsonArray share)) {
      throw bad("share");
    }
    for (Object each : share) {
      told.add(
          Optional.of(each)
              .filter(value -> value instanceof String)
              .flatMap(value -> Disclosure.parse(value.toString()))
              .orElseThrow(() -> bad("share")));
    }
    return told;
  }

  private Reply step(Exchange exchange) {
    ContactId contact = contact(exchange);
    TransferStep step =
        TransferStep.parse(exchange.path("step"))
            .orElseThrow(() -> Problem.notFound().asException());
    return reply(transfers.step(contact, exchange.principal().id(), step));
  }

  private Reply targets(Exchange exchange) {
    Transfers.Targets targets =
        transfers
            .targets(contact(exchange), exchange.principal().id())
            .orElseThrow(() -> Problem.notFound().asException());
    JsonArray operators = new JsonArray();
    targets.colleagues().forEach(colleague -> operators.add(colleague.value()));
    JsonObject body = new JsonObject().put("operators", operators);
    targets.centre().ifPresent(centre -> body.put("centre", centre.value()));
    return Reply.ok(body);
  }

  private Reply standing(Exchange exchange) {
    ContactId contact = contact(exchange);
    Transfer transfer =
        transfers
            .standing(contact, exchange.principal().id())
            .orElseThrow(() -> Problem.notFound().asException());
    return Reply.ok(json(transfer, transfers.state(contact).orElse(TransferState.RETURNED)));
  }

  static Reply reply(TransferAnswer answer) {
    return switch (answer) {
      case TransferAnswer.Begun(Transfer transfer) ->
          Reply.accepted(json(transfer, TransferState.OFFERED));
      case TransferAnswer.Told() -> Reply.accepted(new JsonObject());
      case TransferAnswer.NotYours() -> throw Problem.notFound().asException();
      case TransferAnswer.No(var why) ->
          throw Problem.of(409, why.code(), why.text(), "").asException();
      case TransferAnswer.SwitchAway() ->
          throw Problem.of(
                  503,
                  "switch-away",
                  "This call cannot be moved now; nothing has changed for her",
                  "")
              .asException();
    };
  }

  private static JsonObject json(Transfer transfer, TransferState state) {
    return new JsonObject()
        .put("transfer", transfer.id().value())
        .put("contact", transfer.contact().value())
        .put("kind", transfer.kind().wireName())
        .put("to", transfer.ref())
        .put("state", state.wireName());
  }

  static ContactId contact(Exchange exchange) {
    String id = exchange.path("id");
    if (!ContactId.isValid(id)) {
      throw Problem.notFound().asException();
    }
    return new ContactId(id);
  }

  static Optional<String> text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  static RuntimeException bad(String name) {
    return Problem.of(400, "bad-value", "This is not a usable `" + name + "`", "").asException();
  }
}
