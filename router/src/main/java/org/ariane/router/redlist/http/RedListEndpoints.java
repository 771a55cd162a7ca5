package org.ariane.router.redlist.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.Move;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListRegister;
import org.ariane.router.redlist.RedListSubject;

/// What registrars call. Answers never repeat the number, place or address of an entry.
public final class RedListEndpoints {
  static final Set<Role> REGISTRARS = Set.of(Role.REGISTRAR);

  private final RedListRegister register;
  private final Territory territory;
  private final Ulid ulids;
  private final InstantSource clock;

  public RedListEndpoints(
      RedListRegister register, DirectorySource directory, Ulid ulids, InstantSource clock) {
    this.register = register;
    this.territory = new Territory(directory);
    this.ulids = ulids;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        post("", this::add),
        post("/search", this::search),
        Endpoint.get("/v1/red-list/:id", REGISTRARS, Answers.stored(this::read)),
        Endpoint.delete("/v1/red-list/:id", REGISTRARS, Answers.stored(this::propose)),
        post("/:id/confirmation", this::confirm),
        post("/:id/withdrawal", this::withdraw),
        post("/:id/change", this::change),
        post("/:id/move", this::move));
  }

  private static Endpoint post(String path, Endpoint.Handler handler) {
    return Endpoint.post("/v1/red-list" + path, REGISTRARS, Answers.stored(handler));
  }

  private Reply add(Exchange exchange) {
    Principal registrar = exchange.principal();
    JsonObject body = exchange.json();
    if (!register.mayWrite(registrar, EntryReader.zone(body))) {
      throw Problem.notFound().asException();
    }
    RedListEntry entry =
        EntryReader.entry(body, RedListEntryId.mint(ulids), registrar.id(), clock.instant());
    requireInside(entry.zone(), entry.subject());
    return Answers.of(register.add(registrar, entry), 201);
  }

  private void requireInside(ZoneId zone, RedListSubject subject) {
    if (!territory.holds(zone, subject)) {
      throw Problem.of(400, "outside-zone", "This does not lie in the zone of the entry", "")
          .asException();
    }
  }

  private Reply search(Exchange exchange) {
    JsonArray entries = new JsonArray();
    register
        .search(exchange.principal(), EntryReader.query(exchange.json()))
        .forEach(entry -> entries.add(EntryView.of(entry)));
    return Reply.ok(new JsonObject().put("entries", entries));
  }

  private Reply read(Exchange exchange) {
    return register
        .read(exchange.principal(), Answers.id(exchange))
        .map(entry -> Reply.ok(EntryView.of(entry)))
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private Reply propose(Exchange exchange) {
    return Answers.of(register.proposeRemoval(exchange.principal(), Answers.id(exchange)), 202);
  }

  private Reply confirm(Exchange exchange) {
    return Answers.of(register.confirm(exchange.principal(), Answers.id(exchange)), 200);
  }

  private Reply withdraw(Exchange exchange) {
    return Answers.of(register.withdraw(exchange.principal(), Answers.id(exchange)), 200);
  }

  private Reply change(Exchange exchange) {
    RedListEntryId id = Answers.id(exchange);
    return Answers.of(
        register.change(exchange.principal(), id, EntryReader.change(exchange.json())), 200);
  }

  private Reply move(Exchange exchange) {
    RedListEntryId from = Answers.id(exchange);
    RedListEntry old =
        register
            .own(exchange.principal(), from)
            .orElseThrow(() -> Problem.notFound().asException());
    Move move = EntryReader.move(exchange.json(), RedListEntryId.mint(ulids));
    requireInside(old.zone(), move.to());
    return Answers.of(register.move(exchange.principal(), from, move), 201);
  }
}
