package org.ariane.router.directory.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.search.SearchResult;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;

/// `POST /v1/services/search` and `GET /v1/services`: who can help such a person, here, now. No
/// token, and nothing of the question is logged or kept. Answers the best few; who was passed over,
/// which takes a look at every service, only where it is asked to explain.
public final class ServicesCalls {
  private static final int USUAL = 50;
  private static final int MOST = 100;

  private final DirectorySource directory;
  private final InstantSource clock;

  public ServicesCalls(DirectorySource directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/v1/services/search", Set.of(), this::search),
        Endpoint.get("/v1/services", Set.of(), this::list));
  }

  private Reply search(Exchange exchange) {
    JsonObject body = exchange.json();
    BodyFields fields = new BodyFields(body);
    if (body.getValue("language") == null) {
      fields.wrong("language", "the language she speaks, a BCP 47 tag, as ar");
    }
    return answer(fields);
  }

  private Reply list(Exchange exchange) {
    JsonObject query = new JsonObject();
    for (String name : List.of("postcode", "language", "need", "channel", "commune", "at")) {
      exchange.query(name).ifPresent(value -> query.put(name, value));
    }
    return answer(new BodyFields(query));
  }

  private Reply answer(BodyFields fields) {
    Directory current = directory.current();
    Instant now = clock.instant();
    ServiceQueries.Asked asked = ServiceQueries.of(fields, current);
    Instant at = fields.instant("at", now).orElse(now);
    int limit = fields.number("limit", 1, MOST, USUAL);
    boolean explain = fields.flag("explain");
    fields.check();
    ServiceQuery query = asked.query();
    JsonObject json =
        ServicesJson.services(current.best(query, at, limit), query.channel(), at)
            .put("passedOver", new JsonArray());
    if (explain) {
      List<SearchResult.PassedOver> passedOver = current.search(query, at).passedOver();
      json.put("passedOver", ServicesJson.passedOver(closestFirst(passedOver)))
          .put("passedOverCount", passedOver.size());
    }
    asked.commune().ifPresent(commune -> json.put("commune", commune.json()));
    return Reply.ok(json);
  }

  /// Whoever is elsewhere tells least: those against whom the place does not speak come first.
  private static List<SearchResult.PassedOver> closestFirst(List<SearchResult.PassedOver> all) {
    return all.stream()
        .sorted(
            Comparator.comparing(
                passed -> passed.reasons().stream().anyMatch(it -> it.code().equals("place"))))
        .limit(MOST)
        .toList();
  }
}
