package org.ariane.router.directory.http;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;

/// `POST /v1/services/search` and `GET /v1/services`: who can help such a person, here, now. No
/// token, and nothing of the question is logged or kept.
public final class ServicesCalls {
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
    ServiceQuery query = ServiceQueries.of(fields, current);
    Instant at = fields.instant("at", now).orElse(now);
    fields.check();
    return Reply.ok(ServicesJson.result(current.search(query, at), at));
  }
}
