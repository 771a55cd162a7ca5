package org.ariane.router.redlist.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Zone;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListRegister;
import org.ariane.router.redlist.RedListRegister.Removal;
import org.ariane.router.redlist.RedListSubject;

/// What registrars call. Answers never repeat the number, place or address of an entry.
public final class RedListEndpoints {
  private static final Set<Role> REGISTRARS = Set.of(Role.REGISTRAR);

  private final RedListRegister register;
  private final DirectorySource directory;
  private final Ulid ulids;
  private final InstantSource clock;

  public RedListEndpoints(
      RedListRegister register, DirectorySource directory, Ulid ulids, InstantSource clock) {
    this.register = register;
    this.directory = directory;
    this.ulids = ulids;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/red-list", REGISTRARS, stored(this::add)),
        Endpoint.post("/v1/red-list/search", REGISTRARS, stored(this::search)),
        Endpoint.delete("/v1/red-list/:id", REGISTRARS, stored(this::propose)),
        Endpoint.post("/v1/red-list/:id/confirmation", REGISTRARS, stored(this::confirm)));
  }

  private Reply add(Exchange exchange) {
    Principal registrar = exchange.principal();
    JsonObject body = exchange.json();
    if (!register.mayWrite(registrar, EntryReader.zone(body))) {
      throw Problem.notFound().asException();
    }
    RedListEntry entry =
        EntryReader.entry(body, RedListEntryId.mint(ulids), registrar.id(), clock.instant());
    requireInside(entry);
    register.add(registrar, entry);
    return new Reply(201, view(entry));
  }

  /// A registrar answers for a zone: what lies elsewhere is for the registrars there.
  private void requireInside(RedListEntry entry) {
    Zone zone =
        directory.current().zone(entry.zone()).orElseThrow(() -> Problem.notFound().asException());
    boolean inside =
        switch (entry.subject()) {
          case RedListSubject.OfPhone phone -> true;
          case RedListSubject.OfPlace place -> zone.holds(place.centre());
          case RedListSubject.OfAddress address ->
              address.address().usablePostcode().map(zone::holds).orElse(true);
        };
    if (!inside) {
      throw Problem.of(400, "outside-zone", "This does not lie in the zone of the entry", "")
          .asException();
    }
  }

  private Reply search(Exchange exchange) {
    JsonArray entries = new JsonArray();
    register
        .search(exchange.principal(), EntryReader.query(exchange.json()))
        .forEach(entry -> entries.add(view(entry)));
    return Reply.ok(new JsonObject().put("entries", entries));
  }

  private Reply propose(Exchange exchange) {
    return reply(register.propose(exchange.principal(), id(exchange)));
  }

  private Reply confirm(Exchange exchange) {
    return reply(register.confirm(exchange.principal(), id(exchange)));
  }

  private static Reply reply(Removal removal) {
    return switch (removal) {
      case Removal.Proposed(RedListEntryId id) ->
          Reply.accepted(
              new JsonObject()
                  .put("id", id.value())
                  .put("status", "proposed")
                  .put("detail", "Another registrar of the zone must confirm"));
      case Removal.Removed(RedListEntryId id) ->
          Reply.ok(new JsonObject().put("id", id.value()).put("status", "removed"));
      case Removal.SameRegistrar() ->
          throw Problem.of(409, "same-registrar", "Another registrar must confirm", "")
              .asException();
      case Removal.NotProposed() ->
          throw Problem.of(409, "not-proposed", "Nobody proposed to remove it", "").asException();
      case Removal.Unknown() -> throw Problem.notFound().asException();
    };
  }

  private static Endpoint.Handler stored(Endpoint.Handler handler) {
    return exchange -> orUnavailable(() -> handler.handle(exchange));
  }

  private static Reply orUnavailable(Supplier<Reply> work) {
    try {
      return work.get();
    } catch (LogUnavailableException e) {
      throw Problem.of(503, "unavailable", "The list cannot be reached now", "Repeat it.")
          .with("retryAfterS", 2)
          .asException();
    }
  }

  private static RedListEntryId id(Exchange exchange) {
    String text = exchange.path("id");
    if (!RedListEntryId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new RedListEntryId(text);
  }

  private static JsonObject view(RedListEntry entry) {
    JsonArray incidents = new JsonArray();
    entry
        .incidents()
        .forEach(one ->
            incidents.add(
                new JsonObject()
                    .put("date", one.date().toString())
                    .put("reasonCode", one.reasonCode())));
    return new JsonObject()
        .put("id", entry.id().value())
        .put("kind", entry.subject().kind().wireName())
        .put("seriousness", entry.seriousness())
        .put("incidents", incidents)
        .put("reasonCode", entry.reasonCode())
        .put("legalBasis", entry.legalBasis())
        .put("zone", entry.zone().value())
        .put("reviewBy", entry.reviewBy().toString())
        .put("removalProposed", entry.removalAskedBy().isPresent());
  }
}
