package org.ariane.router.vacancy.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.http.durable.Durable;
import org.ariane.router.vacancy.Answer;
import org.ariane.router.vacancy.PlacesLink;
import org.ariane.router.vacancy.Vacancies;
import org.ariane.router.vacancy.Vacancy;

/// A service's own system says how many places are free, for its own services alone: others do not
/// exist for it. Coordinators may speak for every service, and make and revoke links.
public final class PlacesEndpoints {
  private static final Set<Role> TELLERS = Set.of(Role.SERVICE, Role.COORDINATOR);
  private static final Set<Role> COORDINATOR = Set.of(Role.COORDINATOR);
  private static final String PLACES = "/v1/services/:id/places";
  private static final String LINK = "/v1/services/:id/places/link";
  private static final int USUAL_DAYS = 365;
  private static final int MOST_DAYS = 366;
  private static final int MOST_LISTED = 500;

  private final Vacancies vacancies;
  private final DirectorySource directory;
  private final InstantSource clock;

  /// @param directory in which the words count
  public PlacesEndpoints(Vacancies vacancies, DirectorySource directory, InstantSource clock) {
    this.vacancies = vacancies;
    this.directory = directory;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.get(PLACES, TELLERS, this::show),
        Endpoint.put(PLACES, TELLERS, Durable.or503(this::say)),
        Endpoint.get("/v1/places", COORDINATOR, Durable.or503(this::list)),
        Endpoint.post(LINK, COORDINATOR, Durable.or503(this::makeLink)),
        Endpoint.delete(LINK, COORDINATOR, Durable.or503(this::revokeLink)));
  }

  private Reply show(Exchange exchange) {
    return Reply.ok(view(service(exchange)));
  }

  private Reply say(Exchange exchange) {
    Service service = service(exchange);
    Answer answer =
        vacancies.say(
            exchange.principal(), service.id(), WordReader.read(exchange.json(), clock.instant()));
    return switch (answer) {
      case Answer.Taken taken -> Reply.ok(view(service));
      case Answer.TooOften often ->
          throw Problem.of(429, "too-often", "This service said it very often", "Repeat it later.")
              .with("retryAfterS", 10)
              .asException();
      case Answer.Refused refused ->
          throw new IllegalStateException("an account needs no link to speak");
    };
  }

  private JsonObject view(Service service) {
    return PlacesJson.view(
        service,
        directory.current().places(service, clock.instant()),
        vacancies.last(service.id()));
  }

  /// Those that said something or have a link: first those of which nothing counts now, then by how
  /// soon their word expires.
  private Reply list(Exchange exchange) {
    Directory current = directory.current();
    Instant now = clock.instant();
    Map<ServiceId, Vacancy> words = vacancies.all();
    Map<ServiceId, PlacesLink> links = vacancies.links();
    Set<ServiceId> ids = new HashSet<>(words.keySet());
    ids.addAll(links.keySet());
    List<Service> services =
        ids.stream()
            .flatMap(id -> current.service(id).stream())
            .sorted(
                Comparator.comparing((Service it) -> expires(current, it, now))
                    .thenComparing(it -> it.id().value()))
            .toList();
    JsonArray lines = new JsonArray();
    services.stream()
        .limit(MOST_LISTED)
        .forEach(it ->
            lines.add(
                PlacesJson.line(
                    it,
                    current.places(it, now),
                    Optional.ofNullable(words.get(it.id())),
                    Optional.ofNullable(links.get(it.id())),
                    now)));
    return Reply.ok(new JsonObject().put("total", services.size()).put("services", lines));
  }

  private static Instant expires(Directory current, Service service, Instant now) {
    return current.places(service, now).map(places -> places.expires()).orElse(Instant.MIN);
  }

  private Reply makeLink(Exchange exchange) {
    Service service = service(exchange);
    JsonObject body = exchange.json();
    Object days = body.getValue("days", USUAL_DAYS);
    if (!(days instanceof Integer count) || count < 1 || count > MOST_DAYS) {
      throw Problem.of(400, "bad-request", "A link lasts 1 to 366 days", "Send \"days\" or nothing")
          .asException();
    }
    Vacancies.Made made = vacancies.makeLink(exchange.principal(), service, Duration.ofDays(count));
    return new Reply(
        201,
        PlacesJson.link(made.link(), clock.instant())
            .put("service", service.id().value())
            .put("path", "/places/" + made.token()));
  }

  private Reply revokeLink(Exchange exchange) {
    Service service = service(exchange);
    boolean was = vacancies.revokeLink(exchange.principal(), service);
    return Reply.ok(new JsonObject().put("service", service.id().value()).put("wasInForce", was));
  }

  /// The one that is meant, where this account may speak for it.
  private Service service(Exchange exchange) {
    return id(exchange.path("id"))
        .filter(id -> maySpeakFor(exchange.principal(), id))
        .flatMap(directory.current()::service)
        .orElseThrow(() -> Problem.notFound().asException());
  }

  private static boolean maySpeakFor(Principal who, ServiceId id) {
    return who.has(Role.COORDINATOR) || who.services().contains(id);
  }

  private static Optional<ServiceId> id(String text) {
    try {
      return Optional.of(new ServiceId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
