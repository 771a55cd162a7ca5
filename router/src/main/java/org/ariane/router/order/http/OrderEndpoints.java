package org.ariane.router.order.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.http.durable.Durable;
import org.ariane.router.identity.Ulid;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.order.LocalClocks;
import org.ariane.router.order.OrderId;
import org.ariane.router.order.OrderRegister;
import org.ariane.router.order.OrderRegister.Outcome;
import org.ariane.router.order.OrderStatus;
import org.ariane.router.order.RegisteredOrder;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.RedListSubject;

/// The register of orders: registrars of a zone, and operators who were told of one. Answers never
/// repeat the number, place or address.
public final class OrderEndpoints {
  private static final Set<Role> REGISTRARS = Set.of(Role.REGISTRAR);
  private static final Set<Role> TELLERS = Set.of(Role.REGISTRAR, Role.OPERATOR);

  private final OrderRegister register;
  private final DirectorySource directory;
  private final Ulid ulids;
  private final InstantSource clock;

  public OrderEndpoints(
      OrderRegister register, DirectorySource directory, Ulid ulids, InstantSource clock) {
    this.register = register;
    this.directory = directory;
    this.ulids = ulids;
    this.clock = clock;
  }

  /// Decides about one order.
  private interface Step {
    Outcome of(Principal principal, OrderId id);
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/orders", TELLERS, stored(this::add)),
        Endpoint.post("/v1/orders/search", REGISTRARS, stored(this::search)),
        Endpoint.post("/v1/orders/:order/verification", REGISTRARS, step(register::verify)),
        Endpoint.post("/v1/orders/:order/breaches", REGISTRARS, step(register::breached)),
        Endpoint.delete("/v1/orders/:order", REGISTRARS, step(register::proposeEnd)),
        Endpoint.post("/v1/orders/:order/confirmation", REGISTRARS, step(register::confirmEnd)));
  }

  private Reply add(Exchange exchange) {
    Principal who = exchange.principal();
    JsonObject body = exchange.json();
    Zone zone = zone(body);
    OrderStatus status =
        register.mayAdd(who, zone.id()).orElseThrow(() -> Problem.notFound().asException());
    if (!(body.getValue("subject") instanceof JsonObject subject)) {
      throw SubjectReader.invalid("subject");
    }
    CourtOrder order = Texts.order(body, OrderId.mint(ulids), status);
    RedListSubject about = SubjectReader.subject(subject);
    requireInside(zone, about);
    Instant now = clock.instant();
    RegisteredOrder registered =
        new RegisteredOrder(
            order.id(),
            0,
            about,
            order.kind(),
            order.court(),
            Texts.of(body, "caseNumber"),
            order.until(),
            status,
            zone.id(),
            LocalClocks.of(zone.country()),
            who.id(),
            now,
            order.breached() ? List.of(now) : List.of(),
            Optional.empty(),
            Optional.empty());
    if (!registered.inForce(now)) {
      throw SubjectReader.invalid("until: it is over");
    }
    register.add(who, registered);
    return new Reply(201, view(registered));
  }

  private Zone zone(JsonObject body) {
    String name = Texts.of(body, "zone").orElseThrow(() -> SubjectReader.invalid("zone"));
    try {
      return directory
          .current()
          .zone(new ZoneId(name))
          .orElseThrow(() -> Problem.notFound().asException());
    } catch (IllegalArgumentException e) {
      throw SubjectReader.invalid("zone");
    }
  }

  /// Who is protected may live elsewhere, so only a place must lie in the zone.
  private static void requireInside(Zone zone, RedListSubject subject) {
    if (subject instanceof RedListSubject.OfPlace place && !zone.holds(place.centre())) {
      throw Problem.of(400, "outside-zone", "This does not lie in the zone of the order", "")
          .asException();
    }
  }

  private Reply search(Exchange exchange) {
    RedListQuery query = SubjectReader.query(exchange.json());
    if (query.phone().isEmpty() && query.position().isEmpty() && query.address().isEmpty()) {
      throw SubjectReader.invalid("phone, position or address");
    }
    JsonArray orders = new JsonArray();
    register.search(exchange.principal(), query).forEach(order -> orders.add(view(order)));
    return Reply.ok(new JsonObject().put("orders", orders));
  }

  private Endpoint.Handler step(Step step) {
    return stored(exchange -> {
      String id = exchange.path("order");
      if (!OrderId.isValid(id)) {
        throw Problem.notFound().asException();
      }
      return reply(step.of(exchange.principal(), new OrderId(id)));
    });
  }

  private Reply reply(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(RegisteredOrder order) -> Reply.ok(view(order));
      case Outcome.Proposed(RegisteredOrder order) -> Reply.accepted(view(order));
      case Outcome.SameRegistrar() ->
          throw problem("same-registrar", "Another registrar must confirm");
      case Outcome.NotProposed() -> throw problem("not-proposed", "Nobody proposed to end it");
      case Outcome.Conflict() -> throw problem("changed", "Somebody changed it: look again");
      case Outcome.Unknown() -> throw Problem.notFound().asException();
    };
  }

  private static RuntimeException problem(String code, String title) {
    return Problem.of(409, code, title, "").asException();
  }

  static Endpoint.Handler stored(Endpoint.Handler handler) {
    return Durable.or503("The register cannot be reached now", "Repeat it.", handler);
  }

  private JsonObject view(RegisteredOrder order) {
    JsonObject json =
        new JsonObject()
            .put("id", order.id().value())
            .put("subject", order.subject().kind().wireName())
            .put("kind", order.kind().wireName())
            .put("court", order.court())
            .put("until", order.until().toString())
            .put("status", order.status().wireName())
            .put("zone", order.zone().value())
            .put("inForce", order.inForce(clock.instant()))
            .put(
                "breaches",
                new JsonArray(order.breaches().stream().map(Instant::toString).toList()))
            .put("endProposed", order.endingAskedBy().isPresent());
    order.caseNumber().ifPresent(number -> json.put("caseNumber", number));
    order.endedAt().ifPresent(at -> json.put("endedAt", at.toString()));
    return json;
  }
}
