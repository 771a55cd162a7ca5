package org.ariane.router.redlist.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.redlist.LegalBasis.OfZone;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListStore;
import org.ariane.router.redlist.Referents;
import org.ariane.router.redlist.ZoneBases;

/// The list of a zone as a whole: its legal basis, and what must be reviewed or confirmed.
public final class ZoneEndpoints {
  private static final String BASIS = "/v1/red-list/zones/:zone/legal-basis";
  private static final Set<Role> TWO = Set.of(Role.REGISTRAR, Role.COORDINATOR);
  private static final int DUE_WITHIN_DAYS = 30;

  private final ZoneBases bases;
  private final RedListStore store;
  private final DirectorySource directory;
  private final Referents referents;
  private final InstantSource clock;

  public ZoneEndpoints(
      RedListStore store, DirectorySource directory, Referents referents, InstantSource clock) {
    this.bases = new ZoneBases(store, clock);
    this.store = store;
    this.directory = directory;
    this.referents = referents;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.get(
            "/v1/red-list/reviews", RedListEndpoints.REGISTRARS, Answers.stored(this::reviews)),
        Endpoint.get(BASIS, TWO, Answers.stored(this::basis)),
        Endpoint.post(BASIS, TWO, Answers.stored(this::propose)),
        Endpoint.post(BASIS + "/confirmation", TWO, Answers.stored(this::confirm)));
  }

  private Reply reviews(Exchange exchange) {
    Principal registrar = exchange.principal();
    LocalDate today = today();
    JsonArray overdue = new JsonArray();
    JsonArray due = new JsonArray();
    for (RedListEntry entry : store.toReview(today.plusDays(DUE_WITHIN_DAYS))) {
      if (registrar.zones().contains(entry.zone())) {
        boolean late = entry.facts().reviewBy().isBefore(today);
        (late ? overdue : due).add(late ? addressed(entry) : EntryView.of(entry));
      }
    }
    JsonArray proposed = new JsonArray();
    store.proposed().stream()
        .filter(entry -> registrar.zones().contains(entry.zone()))
        .forEach(entry -> proposed.add(EntryView.of(entry)));
    int shown = overdue.size() + due.size() + proposed.size();
    store.write(
        List.of(),
        List.of(
            AuditEntry.of(registrar, clock.instant(), "red-list.reviews-read", "shown-" + shown)));
    return Reply.ok(
        new JsonObject().put("overdue", overdue).put("due", due).put("proposed", proposed));
  }

  /// With those who are told that it is overdue.
  private JsonObject addressed(RedListEntry entry) {
    JsonArray to = new JsonArray();
    referents.of(entry.zone()).forEach(id -> to.add(id.value()));
    return EntryView.of(entry).put("referents", to);
  }

  private Reply basis(Exchange exchange) {
    ZoneId zone = zone(exchange);
    return Reply.ok(view(zone, bases.of(zone)));
  }

  private Reply propose(Exchange exchange) {
    ZoneId zone = zone(exchange);
    JsonObject body = exchange.json();
    return reply(
        zone,
        bases.propose(
            exchange.principal(), zone, EntryReader.reference(body), EntryReader.validUntil(body)));
  }

  private Reply confirm(Exchange exchange) {
    ZoneId zone = zone(exchange);
    return reply(zone, bases.confirm(exchange.principal(), zone));
  }

  private Reply reply(ZoneId zone, ZoneBases.Outcome outcome) {
    return switch (outcome) {
      case ZoneBases.Outcome.Proposed(OfZone now) -> Reply.accepted(view(zone, now));
      case ZoneBases.Outcome.Recorded(OfZone now) -> Reply.ok(view(zone, now));
      case ZoneBases.Outcome.SamePerson() ->
          throw Answers.refused("same-person", "Another person must confirm", "");
      case ZoneBases.Outcome.NoRegistrar() ->
          throw Answers.refused("no-registrar", "A registrar of the zone must confirm", "");
      case ZoneBases.Outcome.NotProposed() ->
          throw Answers.refused("not-proposed", "Nothing was proposed", "");
      case ZoneBases.Outcome.Conflict() -> throw Answers.conflict();
    };
  }

  private JsonObject view(ZoneId zone, OfZone basis) {
    return EntryView.basis(zone.value(), basis, basis.on(today()));
  }

  private ZoneId zone(Exchange exchange) {
    try {
      ZoneId zone = new ZoneId(exchange.path("zone"));
      if (directory.current().zone(zone).isPresent() && bases.may(exchange.principal(), zone)) {
        return zone;
      }
      throw Problem.notFound().asException();
    } catch (IllegalArgumentException e) {
      throw Problem.notFound().asException();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
