package org.ariane.router.amendment.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.ariane.directory.Directory;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.SaidPlaces;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Role;
import org.ariane.router.amendment.Amendments;
import org.ariane.router.amendment.Content;
import org.ariane.router.amendment.EntryDiff;
import org.ariane.router.amendment.Fault;
import org.ariane.router.amendment.Revision;
import org.ariane.router.amendment.Standing;
import org.ariane.router.directory.http.BodyFields;
import org.ariane.router.directory.http.ServiceQueries;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.http.durable.Durable;

/// `/v1/directory/…`: coordinators look at services, see what a change would do, make it, and undo
/// it. What is wrong with a change is told by fields, and changes nothing.
public final class AmendmentEndpoints {
  private static final Set<Role> ROLES = Set.of(Role.COORDINATOR);
  private static final int HISTORY = 50;
  private static final String SERVICE = "/v1/directory/services/:id";

  private final Amendments amendments;
  private final Changes changes;
  private final HoursCall hours;
  private final Supplier<SaidPlaces> said;
  private final InstantSource clock;
  private final Semaphore oneAtATime = new Semaphore(1);

  /// @param said the words that count beside what records hold, so that a preview finds what
  ///   whoever asks would find
  public AmendmentEndpoints(Amendments amendments, Supplier<SaidPlaces> said, InstantSource clock) {
    this.amendments = amendments;
    this.said = said;
    this.changes = new Changes(amendments);
    this.hours = new HoursCall(clock);
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/directory/services", ROLES, this::list),
        Endpoint.get("/v1/directory/choices", ROLES, this::choices),
        Endpoint.get("/v1/directory/amendments", ROLES, Durable.or503(this::latest)),
        Endpoint.post("/v1/directory/hours", ROLES, hours::answer),
        Endpoint.get(SERVICE, ROLES, Durable.or503(this::show)),
        Endpoint.post(SERVICE + "/preview", ROLES, Durable.or503(this::preview)),
        Endpoint.post(SERVICE + "/amendments", ROLES, Durable.or503(this::amend)));
  }

  private Reply list(Exchange exchange) {
    return Reply.ok(
        ServiceList.of(
            amendments.inForce(),
            amendments.newest(),
            exchange.query("q").filter(text -> text.length() <= 200)));
  }

  private Reply choices(Exchange exchange) {
    return Reply.ok(ServiceList.choices(amendments.inForce()));
  }

  private Reply latest(Exchange exchange) {
    long before = exchange.query("before").flatMap(AmendmentEndpoints::number).orElse(1L << 52);
    JsonArray all = new JsonArray();
    amendments.latest(before, HISTORY).forEach(each -> all.add(StandingJson.revision(each)));
    return Reply.ok(new JsonObject().put("amendments", all));
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private static ServiceId id(Exchange exchange) {
    try {
      return new ServiceId(exchange.path("id"));
    } catch (IllegalArgumentException e) {
      throw Problem.notFound().asException();
    }
  }

  /// One that is neither in the folder nor was ever amended may be made anew, but has nothing to
  /// show.
  private Reply show(Exchange exchange) {
    Standing standing = amendments.standing(id(exchange));
    if (standing.newest().isEmpty() && standing.folder().isEmpty()) {
      throw Problem.notFound().asException();
    }
    List<Revision> history = amendments.history(standing.service(), HISTORY);
    return Reply.ok(StandingJson.standing(standing, history, standing.hidden(history)));
  }

  private Reply preview(Exchange exchange) {
    ServiceId service = id(exchange);
    JsonObject body = exchange.json();
    Content content = changes.read(service, body);
    Optional<JsonObject> question =
        body.getValue("question") instanceof JsonObject asked
            ? Optional.of(asked)
            : Optional.empty();
    BodyFields fields = new BodyFields(question.orElse(new JsonObject()));
    Instant at = fields.instant("at", clock.instant()).orElse(clock.instant());
    Optional<ServiceQuery> query =
        question.map(asked -> ServiceQueries.query(fields, amendments.inForce()));
    fields.check();
    if (!oneAtATime.tryAcquire()) {
      throw busy();
    }
    try {
      return switch (amendments.preview(service, content)) {
        case Amendments.Outcome.Right(Directory before, Directory after, List<String> warnings) -> {
          Standing standing = amendments.standing(service);
          boolean hidden = standing.hidden(amendments.history(service, HISTORY));
          JsonObject json =
              new JsonObject()
                  .put("valid", true)
                  .put("warnings", new JsonArray(warnings))
                  .put(
                      "changes",
                      StandingJson.changes(
                          EntryDiff.between(standing.entry(), content.text(standing.folder())),
                          hidden))
                  .put("hours", PreviewJson.hours(after, service, at));
          SaidPlaces words = said.get();
          query.ifPresent(asked ->
              json.put(
                  "found",
                  new JsonObject()
                      .put("before", PreviewJson.found(before.with(words), asked, at))
                      .put("after", PreviewJson.found(after.with(words), asked, at))));
          yield Reply.ok(json);
        }
        case Amendments.Outcome.Wrong(List<Fault> faults) ->
            Reply.ok(
                new JsonObject().put("valid", false).put("errors", StandingJson.faults(faults)));
        case Amendments.Outcome.Applied _,
            Amendments.Outcome.Overtaken _,
            Amendments.Outcome.Busy _ ->
            throw busy();
      };
    } finally {
      oneAtATime.release();
    }
  }

  private Reply amend(Exchange exchange) {
    ServiceId service = id(exchange);
    JsonObject body = exchange.json();
    String reason = body.getValue("reason") instanceof String text ? text.strip() : "";
    if (reason.isEmpty()
        || reason.length() > Revision.LONGEST_REASON
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw Changes.wrong(
          "/reason", "why, in 1 to " + Revision.LONGEST_REASON + " characters on one line");
    }
    if (!(body.getValue("basedOn") instanceof Number basedOn) || basedOn.longValue() < 0) {
      throw Changes.wrong("/basedOn", "the number of the revision that was looked at, 0 for none");
    }
    Content content = changes.read(service, body);
    Amendments.Wish wish = new Amendments.Wish(service, content, basedOn.longValue(), reason);
    return switch (amendments.apply(exchange.principal(), wish)) {
      case Amendments.Outcome.Applied(Revision revision) ->
          new Reply(201, StandingJson.revision(revision));
      case Amendments.Outcome.Wrong(List<Fault> faults) ->
          throw Problem.of(
                  400, "wrong-entry", "The change cannot come into force", "See errors for each")
              .with("errors", StandingJson.faults(faults))
              .asException();
      case Amendments.Outcome.Overtaken(Revision by) ->
          throw Problem.of(
                  409,
                  "overtaken",
                  "Somebody else changed this service meanwhile",
                  "Look at their change and make yours again")
              .with("by", StandingJson.revision(by))
              .asException();
      case Amendments.Outcome.Busy _, Amendments.Outcome.Right _ -> throw busy();
    };
  }

  private static RuntimeException busy() {
    return Problem.of(
            429, "one-at-a-time", "Another change is being looked at", "Repeat it in a moment")
        .asException();
  }
}
