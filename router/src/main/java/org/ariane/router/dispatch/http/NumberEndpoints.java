package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.NumberDesk;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// The one call that answers with a number.
public final class NumberEndpoints {
  private static final int MOST_NOTE = 200;

  private final NumberDesk desk;

  public NumberEndpoints(NumberDesk desk) {
    this.desk = desk;
  }

  public List<Endpoint> all() {
    return List.of(Endpoint.post("/v1/incidents/:id/number", IncidentEndpoints.CENTRE, this::open));
  }

  private Reply open(Exchange exchange) {
    IncidentId id = IncidentEndpoints.id(exchange);
    JsonObject body = exchange.json();
    String reason = text(body, "reason").filter(NumberDesk.REASONS::contains).orElse("");
    Optional<String> note = text(body, "note");
    if (reason.isEmpty() || note.map(String::length).orElse(0) > MOST_NOTE) {
      throw invalid("reason is one of " + NumberDesk.REASONS.stream().sorted().toList());
    }
    if (reason.equals("other") && note.isEmpty()) {
      throw invalid("another reason is told in note, at most 200 characters");
    }
    return switch (desk.open(exchange.principal(), id, reason, note)) {
      case NumberDesk.Answer.Opened opened ->
          Reply.ok(
              new JsonObject()
                  .put("number", opened.number().dialled())
                  .put("callback", opened.callback().wireName()));
      case NumberDesk.Answer.None() ->
          throw Problem.of(409, "no-number", "No number is known", "").asException();
      case NumberDesk.Answer.Unknown() -> throw Problem.notFound().asException();
      case NumberDesk.Answer.Unavailable() ->
          throw Problem.of(503, "unavailable", "It cannot be written down who looks", "Repeat it.")
              .with("retryAfterS", 2)
              .asException();
    };
  }

  private static Optional<String> text(JsonObject body, String name) {
    return body.getValue(name) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static RuntimeException invalid(String detail) {
    return Problem.of(400, "invalid", "The request is not understood", detail).asException();
  }
}
