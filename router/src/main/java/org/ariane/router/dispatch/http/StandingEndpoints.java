package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;
import org.ariane.router.priority.PriorityPolicy;

/// What a console must know besides its incidents, small enough to be asked for every few seconds:
/// who one is, whether the store is there, and which centres of one's chains can be told of an
/// alarm. Works from memory.
public final class StandingEndpoints {
  private final DirectorySource directory;
  private final CentreLinks links;
  private final Roster roster;
  private final PriorityPolicy policy;
  private final Supplier<Store> store;

  /// The store of alarms as it stands.
  ///
  /// @param state `durable`, `not-durable` or `away`
  /// @param current whether the board follows it
  public record Store(String state, boolean current) {}

  public StandingEndpoints(
      DirectorySource directory,
      CentreLinks links,
      Roster roster,
      PriorityPolicy policy,
      Supplier<Store> store) {
    this.directory = directory;
    this.links = links;
    this.roster = roster;
    this.policy = policy;
    this.store = store;
  }

  public List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/dispatch/standing", IncidentEndpoints.CENTRE, this::standing));
  }

  private Reply standing(Exchange exchange) {
    Principal principal = exchange.principal();
    Store now = store.get();
    JsonArray centres = new JsonArray();
    chain(principal).forEach(centre -> centres.add(view(centre, principal)));
    JsonArray colleagues = new JsonArray();
    roster.all().stream()
        .filter(other -> isColleague(principal, other))
        .forEach(other -> colleagues.add(seat(other)));
    return Reply.ok(
        new JsonObject()
            .put("you", seat(principal))
            .put("colleagues", colleagues)
            .put("store", now.state())
            .put("current", now.current())
            .put("perMinute", perMinute())
            .put("centres", centres));
  }

  /// The rates of waiting, so that a console keeps the order of the store.
  private JsonObject perMinute() {
    JsonObject rates = new JsonObject();
    policy.bands().forEach((urgency, band) -> rates.put(urgency.wireName(), band.perMinute()));
    return rates;
  }

  /// One's own centre, then all that stand in a chain with it, in the order of the chains.
  private List<DispatchCentre> chain(Principal principal) {
    Directory known = directory.current();
    Set<CentreId> ids = new LinkedHashSet<>();
    principal
        .centre()
        .ifPresent(own -> {
          ids.add(own);
          known.zones().stream()
              .map(zone -> zone.chain().stream().map(ChainStep::centre).toList())
              .filter(chain -> chain.contains(own))
              .forEach(ids::addAll);
        });
    return ids.stream().flatMap(id -> known.centre(id).stream()).toList();
  }

  private static boolean isColleague(Principal principal, Principal other) {
    return principal.centre().isPresent()
        && principal.centre().equals(other.centre())
        && !principal.id().equals(other.id())
        && (other.has(Role.DISPATCHER) || other.has(Role.SUPERVISOR));
  }

  private JsonObject view(DispatchCentre centre, Principal principal) {
    JsonObject view =
        new JsonObject()
            .put("id", centre.id().value())
            .put("name", centre.name())
            .put("sample", centre.sample())
            .put("own", principal.centre().map(centre.id()::equals).orElse(false))
            .put("reached", links.reaches(centre.id()))
            .put("consoles", links.screens(centre.id()));
    if (!links.isPosted(centre.id())) {
      return view.put("state", "none");
    }
    links
        .link(centre.id())
        .ifPresentOrElse(
            link ->
                view.put("state", link.up() ? "answers" : "failing")
                    .put("since", link.since().toString()),
            () -> view.put("state", "untried"));
    return view;
  }

  private static JsonObject seat(Principal principal) {
    return new JsonObject()
        .put("id", principal.id().value())
        .put("role", principal.role().wireName())
        .put("centre", principal.centre().map(CentreId::value).orElse(null))
        .put("position", principal.position().orElse(null));
  }
}
