package org.ariane.router.audit.redis;

import io.lettuce.core.StreamMessage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.Link;

/// Lines as they are stored.
final class StoredLink {
  private static final PrincipalId ARIANE = new PrincipalId("ariane");

  private StoredLink() {}

  static String write(List<Link> links) {
    JsonArray lines = new JsonArray();
    for (Link link : links) {
      AuditEntry entry = link.entry();
      JsonObject line =
          new JsonObject()
              .put("n", Long.toString(link.n()))
              .put("at", entry.at().toString())
              .put("by", entry.by().value())
              .put("role", entry.role().map(Role::wireName).orElse(""))
              .put("action", entry.action())
              .put("about", entry.about())
              .put("proof", link.proof());
      entry.reason().ifPresent(reason -> line.put("reason", reason));
      lines.add(line);
    }
    return lines.encode();
  }

  static long number(StreamMessage<String, String> line) {
    return head(line.getId());
  }

  /// Empty for what nobody of us wrote.
  static Optional<Link> read(StreamMessage<String, String> line) {
    try {
      Map<String, String> fields = line.getBody();
      AuditEntry entry = entry(fields, Instant.parse(fields.getOrDefault("at", "")));
      return Optional.of(new Link(number(line), entry, fields.getOrDefault("proof", "")));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /// A line that waits to be chained. It was written when its id says.
  static AuditEntry pending(StreamMessage<String, String> line) {
    Instant at = Instant.ofEpochMilli(head(line.getId()));
    try {
      return entry(line.getBody(), at);
    } catch (IllegalArgumentException e) {
      return new AuditEntry(at, ARIANE, Optional.empty(), "unreadable", "", Optional.empty());
    }
  }

  private static AuditEntry entry(Map<String, String> fields, Instant at) {
    String role = fields.getOrDefault("role", "");
    return new AuditEntry(
        at,
        Optional.ofNullable(fields.get("by")).map(PrincipalId::new).orElse(ARIANE),
        role.isEmpty() ? Optional.empty() : Optional.of(role(role)),
        fields.getOrDefault("action", ""),
        fields.getOrDefault("about", ""),
        Optional.ofNullable(fields.get("reason")));
  }

  private static Role role(String text) {
    return Arrays.stream(Role.values())
        .filter(role -> role.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such role"));
  }

  private static long head(String id) {
    return Long.parseLong(id.substring(0, id.indexOf('-')));
  }
}
