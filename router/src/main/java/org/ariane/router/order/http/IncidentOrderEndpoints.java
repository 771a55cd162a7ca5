package org.ariane.router.order.http;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.CaseFile;
import org.ariane.router.dispatch.DeskAnswer;
import org.ariane.router.dispatch.json.IncidentView;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.identity.Ulid;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.order.OrderId;
import org.ariane.router.order.OrderStatus;

/// Orders that somebody tells of while an incident is under way. Answers name the order alone:
/// whoever adds one need not see the incident.
public final class IncidentOrderEndpoints {
  private static final Set<Role> TELLERS = Set.of(Role.OPERATOR, Role.DISPATCHER, Role.SUPERVISOR);
  private static final Set<Role> VERIFIERS = Set.of(Role.SUPERVISOR, Role.REGISTRAR);

  /// In any time zone the day before yesterday is over.
  private static final int DAYS_OF_DOUBT = 1;

  private final CaseFile cases;
  private final Ulid ulids;
  private final InstantSource clock;

  public IncidentOrderEndpoints(CaseFile cases, Ulid ulids, InstantSource clock) {
    this.cases = cases;
    this.ulids = ulids;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    String orders = "/v1/incidents/:id/orders";
    return List.of(
        Endpoint.post(orders, TELLERS, this::add),
        Endpoint.post(orders + "/:order/verification", VERIFIERS, this::verify),
        Endpoint.post(orders + "/:order/breach", TELLERS, this::breached));
  }

  private Reply add(Exchange exchange) {
    CourtOrder order = Texts.order(exchange.json(), OrderId.mint(ulids), OrderStatus.CLAIMED);
    LocalDate oldest =
        LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).minusDays(DAYS_OF_DOUBT);
    if (order.until().isBefore(oldest)) {
      throw SubjectReader.invalid("until: it is over");
    }
    return reply(201, cases.add(exchange.principal(), id(exchange), order), order.id());
  }

  private Reply verify(Exchange exchange) {
    OrderId order = order(exchange);
    return reply(200, cases.verify(exchange.principal(), id(exchange), order), order);
  }

  private Reply breached(Exchange exchange) {
    OrderId order = order(exchange);
    return reply(200, cases.breached(exchange.principal(), id(exchange), order), order);
  }

  private static Reply reply(int status, DeskAnswer answer, OrderId order) {
    return switch (answer) {
      case DeskAnswer.Done(var incident) ->
          incident.orders().stream()
              .filter(known -> known.id().equals(order))
              .findFirst()
              .map(known ->
                  new Reply(
                      status,
                      new JsonObject()
                          .put("incident", incident.id().value())
                          .put("order", IncidentView.order(known))))
              .orElseThrow(() -> Problem.notFound().asException());
      case DeskAnswer.Closed() -> throw Problem.of(409, "closed", "It is closed", "").asException();
      case DeskAnswer.Unavailable() ->
          throw Problem.of(503, "unavailable", "This cannot be stored now", "Repeat it.")
              .with("retryAfterS", 2)
              .asException();
      case DeskAnswer.Unknown(),
          DeskAnswer.Pending(_),
          DeskAnswer.Left(_),
          DeskAnswer.HeldBy(_),
          DeskAnswer.NotTaken(),
          DeskAnswer.NoSuchReceiver() ->
          throw Problem.notFound().asException();
    };
  }

  private static IncidentId id(Exchange exchange) {
    String text = exchange.path("id");
    if (!IncidentId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new IncidentId(text);
  }

  private static OrderId order(Exchange exchange) {
    String text = exchange.path("order");
    if (!OrderId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new OrderId(text);
  }
}
