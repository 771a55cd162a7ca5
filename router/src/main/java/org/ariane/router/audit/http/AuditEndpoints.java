package org.ariane.router.audit.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.access.Role;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.audit.Link;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// Who did and saw what, for oversight. Reading it is written into it, too.
public final class AuditEndpoints {
  private final AuditLog log;
  private final InstantSource clock;

  public AuditEndpoints(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/audit", Set.of(Role.OVERSIGHT), this::list));
  }

  private Reply list(Exchange exchange) {
    long after = exchange.query("after").map(AuditEndpoints::number).orElse(0L);
    Optional<String> about = exchange.query("about");
    if (about.filter(id -> !id.matches("[A-Za-z][A-Za-z0-9.:-]{0,79}")).isPresent()) {
      throw invalid("about");
    }
    try {
      log.record(
          AuditEntry.of(exchange.principal(), clock.instant(), "audit.read", about.orElse("")));
      AuditLog.Page page = log.list(after, about);
      JsonArray entries = new JsonArray();
      page.lines().forEach(link -> entries.add(view(link)));
      JsonObject body = new JsonObject().put("entries", entries);
      page.next().ifPresent(next -> body.put("next", next));
      return Reply.ok(body);
    } catch (LogUnavailableException e) {
      throw Problem.of(503, "unavailable", "The log cannot be reached now", "Repeat it.")
          .asException();
    }
  }

  private static long number(String text) {
    if (!text.matches("\\d{1,15}")) {
      throw invalid("after");
    }
    return Long.parseLong(text);
  }

  private static RuntimeException invalid(String field) {
    return Problem.of(400, "invalid", "The request is not understood", "Look at: " + field)
        .asException();
  }

  private static JsonObject view(Link link) {
    AuditEntry entry = link.entry();
    JsonObject line =
        new JsonObject()
            .put("n", link.n())
            .put("at", entry.at().toString())
            .put("by", entry.by().value())
            .put("action", entry.action())
            .put("about", entry.about());
    entry.role().ifPresent(role -> line.put("role", role.wireName()));
    entry.reason().ifPresent(reason -> line.put("reason", reason));
    return line;
  }
}
