package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.DeskAnswer;
import org.ariane.router.dispatch.DispatchDesk;
import org.ariane.router.dispatch.Handling;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.dispatch.json.IncidentView;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// What dispatchers and supervisors of centres call.
public final class IncidentEndpoints {
  static final Set<Role> CENTRE = Set.of(Role.DISPATCHER, Role.SUPERVISOR);
  private static final int MOST_CODE = 64;
  private static final int MOST_NOTE = 2_000;

  private final DispatchDesk desk;

  public IncidentEndpoints(DispatchDesk desk) {
    this.desk = desk;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/incidents", CENTRE, this::list),
        Endpoint.get("/v1/incidents/:id", CENTRE, this::find),
        Endpoint.post("/v1/incidents/:id/acknowledgement", CENTRE, this::acknowledge),
        Endpoint.post("/v1/incidents/:id/progress", CENTRE, this::progress),
        Endpoint.post("/v1/incidents/:id/handover", CENTRE, this::handOver),
        Endpoint.post("/v1/incidents/:id/completion", CENTRE, this::complete));
  }

  private Reply list(Exchange exchange) {
    Set<IncidentState> states =
        exchange
            .query("state")
            .map(IncidentEndpoints::state)
            .map(EnumSet::of)
            .orElse(EnumSet.of(IncidentState.OPEN, IncidentState.TAKEN));
    JsonArray incidents = new JsonArray();
    desk.list(exchange.principal(), states).forEach(one -> incidents.add(IncidentView.of(one)));
    return Reply.ok(new JsonObject().put("incidents", incidents));
  }

  private static IncidentState state(String text) {
    return IncidentState.parse(text).orElseThrow(() -> invalid("state is open, taken or closed"));
  }

  private Reply find(Exchange exchange) {
    return desk.find(exchange.principal(), id(exchange))
        .map(found -> Reply.ok(IncidentView.of(found)))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private Reply acknowledge(Exchange exchange) {
    IncidentId id = id(exchange);
    Principal principal = exchange.principal();
    JsonObject body = exchange.json();
    return switch (text(body, "status", MOST_CODE).orElse("")) {
      case "accepted" -> reply(desk.take(principal, id));
      case "rejected" -> {
        String cause =
            text(body, "cause", MOST_CODE).orElseThrow(() -> invalid("a rejection has a cause"));
        yield reply(desk.reject(principal, id, cause));
      }
      default -> throw invalid("status is accepted or rejected");
    };
  }

  private Reply progress(Exchange exchange) {
    if (!text(exchange.json(), "status", MOST_CODE).orElse("").equals("on-the-way")) {
      throw invalid("status is on-the-way");
    }
    return reply(desk.onTheWay(exchange.principal(), id(exchange)));
  }

  private Reply handOver(Exchange exchange) {
    String to =
        text(exchange.json(), "to", MOST_CODE)
            .orElseThrow(() -> invalid("to is a centre or a colleague"));
    return reply(desk.handOver(exchange.principal(), id(exchange), to));
  }

  private Reply complete(Exchange exchange) {
    JsonObject body = exchange.json();
    String outcome =
        text(body, "outcome", MOST_CODE).orElseThrow(() -> invalid("a completion has an outcome"));
    return reply(
        desk.complete(
            exchange.principal(),
            id(exchange),
            new Handling.Outcome(outcome, text(body, "note", MOST_NOTE))));
  }

  private static Reply reply(DeskAnswer answer) {
    return switch (answer) {
      case DeskAnswer.Done done -> Reply.ok(IncidentView.of(done.incident()));
      case DeskAnswer.Pending pending ->
          Reply.accepted(
              new JsonObject()
                  .put("status", "pending")
                  .put("detail", "A supervisor of the centre must reject it, too")
                  .put("incident", IncidentView.of(pending.incident())));
      case DeskAnswer.Left left -> Reply.ok(IncidentView.moved(left.id()));
      case DeskAnswer.HeldBy held ->
          throw Problem.of(409, "already-taken", "Taken by someone else", "")
              .with("holder", IncidentView.holder(held.holder()))
              .asException();
      case DeskAnswer.NotTaken() -> throw problem(409, "not-taken", "It must be taken first");
      case DeskAnswer.Closed() -> throw problem(409, "closed", "It is closed");
      case DeskAnswer.NoSuchReceiver() ->
          throw problem(422, "unknown-receiver", "There is no such centre or colleague");
      case DeskAnswer.Unknown() -> throw Problem.notFound().asException();
      case DeskAnswer.Unavailable() ->
          throw Problem.of(503, "unavailable", "This cannot be stored now", "Repeat it.")
              .with("retryAfterS", 2)
              .asException();
    };
  }

  static IncidentId id(Exchange exchange) {
    String text = exchange.path("id");
    if (!IncidentId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new IncidentId(text);
  }

  private static Optional<String> text(JsonObject body, String name, int most) {
    return body.getValue(name) instanceof String text && !text.isBlank() && text.length() <= most
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static RuntimeException invalid(String detail) {
    return Problem.of(400, "invalid", "The request is not understood", detail).asException();
  }

  private static RuntimeException problem(int status, String code, String title) {
    return Problem.of(status, code, title, "").asException();
  }
}
