package org.ariane.router.plan.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.LineId;
import org.ariane.router.access.Role;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;
import org.ariane.router.directory.http.BodyFields;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;
import org.ariane.router.plan.DirectoryPlans;
import org.ariane.router.plan.Plans;
import org.ariane.router.plan.RouteRequest;
import org.ariane.router.plan.RoutingPlan;
import org.ariane.router.plan.Staffing;

/// `POST /v1/route`: what would happen to such a contact. Without `at` it counts who is here now;
/// with `at` only the hours in the directory can tell.
public final class RouteCall {
  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.SUPERVISOR, Role.COORDINATOR);

  private final DirectorySource directory;
  private final Plans plans;
  private final Function<RouteRequest, RoutingPlan> now;
  private final InstantSource clock;

  /// Answers from the same planner as the switchboard.
  ///
  /// @param now plans with those who are here now
  public RouteCall(
      DirectorySource directory,
      Plans plans,
      Function<RouteRequest, RoutingPlan> now,
      InstantSource clock) {
    this.directory = directory;
    this.plans = plans;
    this.now = now;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(Endpoint.post("/v1/route", ROLES, this::route));
  }

  private Reply route(Exchange exchange) {
    BodyFields fields = new BodyFields(exchange.json());
    Directory current = directory.current();
    Optional<LineId> line =
        fields.text("line", text -> line(current, text), "the id or number of a line");
    if (line.isEmpty() && exchange.json().getValue("line") == null) {
      fields.wrong("line", "the id or number of a line");
    }
    Optional<Postcode> postcode =
        fields.text("postcode", Postcode::parse, "a French or Belgian postcode");
    Optional<Language> language = fields.text("language", Language::parse, "a BCP 47 tag, as ar");
    Optional<Danger> danger =
        fields.text("danger", RouteCall::danger, "none, alerted or place-unknown");
    Optional<Boolean> police = fields.text("wish", RouteCall::police, "person-first or police");
    Optional<ContactChannel> channel = fields.text("channel", RouteCall::channel, "call or chat");
    Optional<Instant> at = fields.instant("at", clock.instant());
    fields.check();
    boolean place = postcode.flatMap(current::zoneOf).isPresent();
    Danger byWish =
        police.orElse(false) ? (place ? Danger.ALERTED : Danger.PLACE_UNKNOWN) : Danger.NONE;
    RouteRequest request =
        new RouteRequest(
            line.orElseThrow(),
            channel.orElse(ContactChannel.CALL),
            language,
            postcode,
            danger.filter(said -> said != Danger.NONE).orElse(byWish),
            false);
    RoutingPlan plan =
        at.map(when -> plans.plan(request, new Staffing.ByHours(), when))
            .orElseGet(() -> now.apply(request));
    return Reply.ok(PlanJson.plan(plan));
  }

  private static Optional<LineId> line(Directory directory, String text) {
    Optional<LineId> byId =
        directory.lines().stream().map(Line::id).filter(id -> id.value().equals(text)).findFirst();
    return byId.or(() -> directory.lineByNumber(text).map(Line::id))
        .filter(id -> DirectoryPlans.line(directory, id).isPresent());
  }

  private static Optional<Danger> danger(String text) {
    return switch (text) {
      case "none" -> Optional.of(Danger.NONE);
      case "alerted" -> Optional.of(Danger.ALERTED);
      case "place-unknown" -> Optional.of(Danger.PLACE_UNKNOWN);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> police(String text) {
    return switch (text) {
      case "person-first" -> Optional.of(false);
      case "police" -> Optional.of(true);
      default -> Optional.empty();
    };
  }

  private static Optional<ContactChannel> channel(String text) {
    return switch (text) {
      case "call" -> Optional.of(ContactChannel.CALL);
      case "chat" -> Optional.of(ContactChannel.CHAT);
      default -> Optional.empty();
    };
  }
}
