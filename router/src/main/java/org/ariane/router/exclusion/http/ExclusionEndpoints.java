package org.ariane.router.exclusion.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.Affiliation;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.exclusion.Exclusion;
import org.ariane.router.exclusion.Exclusion.Status;
import org.ariane.router.exclusion.ExclusionId;
import org.ariane.router.exclusion.Exclusions;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.http.durable.Durable;
import org.ariane.router.identity.Ulid;

/// Operators set exclusions; the supervisory body sets, lists, verifies and lifts them. Answers
/// never repeat a phone number.
public final class ExclusionEndpoints {
  private static final Set<Role> SETTERS = Set.of(Role.OPERATOR, Role.OVERSIGHT);
  private static final Set<Role> OVERSIGHT = Set.of(Role.OVERSIGHT);
  private static final int REVIEW_DAYS = 30;

  private final Exclusions exclusions;
  private final DirectorySource directory;
  private final Ulid ulids;
  private final InstantSource clock;

  public ExclusionEndpoints(
      Exclusions exclusions, DirectorySource directory, Ulid ulids, InstantSource clock) {
    this.exclusions = exclusions;
    this.directory = directory;
    this.ulids = ulids;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/exclusions", SETTERS, Durable.or503(this::set)),
        Endpoint.get("/v1/exclusions", OVERSIGHT, Durable.or503(this::list)),
        Endpoint.post("/v1/exclusions/:id/verification", OVERSIGHT, Durable.or503(this::verify)),
        Endpoint.delete("/v1/exclusions/:id", OVERSIGHT, Durable.or503(this::lift)));
  }

  private Reply set(Exchange exchange) {
    Principal by = exchange.principal();
    Exclusion exclusion = exclusion(exchange.json(), by);
    exclusions.set(by, exclusion);
    return new Reply(201, view(exclusion));
  }

  private Reply list(Exchange exchange) {
    JsonArray all = new JsonArray();
    exclusions.all().forEach(one -> all.add(view(one)));
    return Reply.ok(new JsonObject().put("exclusions", all));
  }

  private Reply verify(Exchange exchange) {
    JsonObject body = exchange.json();
    LocalDate reviewBy =
        body.containsKey("reviewBy") ? date(body) : today().plusDays(REVIEW_DAYS * 6L);
    return reply(exclusions.verify(exchange.principal(), id(exchange), reviewBy));
  }

  private Reply lift(Exchange exchange) {
    return reply(exclusions.lift(exchange.principal(), id(exchange)));
  }

  private Exclusion exclusion(JsonObject body, Principal by) {
    if (!(body.getValue("excluded") instanceof JsonObject excluded)) {
      throw invalid("excluded");
    }
    Affiliation barred = affiliation(excluded);
    Optional<PhoneNumber> phone =
        text(body, "phone")
            .map(told ->
                PhoneNumber.e164(told.replaceAll("[\\s.()-]", ""))
                    .orElseThrow(() -> invalid("phone")));
    Status status = by.has(Role.OVERSIGHT) ? Status.VERIFIED : Status.UNVERIFIED;
    try {
      return new Exclusion(
          ExclusionId.mint(ulids),
          text(body, "contact"),
          phone,
          barred,
          text(body, "reason").orElseThrow(() -> invalid("reason")),
          by.id(),
          clock.instant(),
          today().plusDays(REVIEW_DAYS),
          status);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private Affiliation affiliation(JsonObject excluded) {
    try {
      Affiliation barred =
          new Affiliation(
              text(excluded, "kind")
                  .flatMap(Affiliation.Kind::parse)
                  .orElseThrow(() -> invalid("excluded.kind")),
              text(excluded, "ref").orElseThrow(() -> invalid("excluded.ref")));
      boolean unknown =
          barred.kind() == Affiliation.Kind.CENTRE
              && directory.current().centre(new CentreId(barred.ref())).isEmpty();
      if (unknown) {
        throw Problem.of(422, "unknown-centre", "There is no such centre", "").asException();
      }
      return barred;
    } catch (IllegalArgumentException e) {
      throw invalid("excluded.ref");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static LocalDate date(JsonObject body) {
    try {
      return LocalDate.parse(text(body, "reviewBy").orElse(""));
    } catch (DateTimeParseException e) {
      throw invalid("reviewBy");
    }
  }

  private static Reply reply(Optional<Exclusion> decided) {
    return Reply.ok(view(decided.orElseThrow(() -> Problem.notFound().asException())));
  }

  private static ExclusionId id(Exchange exchange) {
    String text = exchange.path("id");
    if (!ExclusionId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new ExclusionId(text);
  }

  private static JsonObject view(Exclusion exclusion) {
    return new JsonObject()
        .put("id", exclusion.id().value())
        .put("contact", exclusion.contact().orElse(null))
        .put("ofPhone", exclusion.phone().isPresent())
        .put(
            "excluded",
            new JsonObject()
                .put("kind", exclusion.excluded().kind().wireName())
                .put("ref", exclusion.excluded().ref()))
        .put("reason", exclusion.reason())
        .put("status", exclusion.status().wireName())
        .put("at", exclusion.at().toString())
        .put("reviewBy", exclusion.reviewBy().toString());
  }

  private static Optional<String> text(JsonObject body, String name) {
    return body.getValue(name) instanceof String text && !text.isBlank() && text.length() <= 200
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static RuntimeException invalid(String field) {
    return Problem.of(400, "invalid", "The request is not understood", "Look at: " + field)
        .asException();
  }
}
