package org.ariane.router.amendment.http;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.amendment.Amendments;
import org.ariane.router.amendment.Content;
import org.ariane.router.amendment.Revision;
import org.ariane.router.http.Problem;

/// Reads what somebody wants to make of a service: exactly one of `entry`, `withdraw`, `asInFolder`
/// and `undo`.
final class Changes {
  private static final int FAR_BACK = 500;
  private static final List<String> KINDS = List.of("entry", "withdraw", "asInFolder", "undo");

  private final Amendments amendments;

  Changes(Amendments amendments) {
    this.amendments = amendments;
  }

  Content read(ServiceId service, JsonObject body) {
    List<String> named = KINDS.stream().filter(body::containsKey).toList();
    if (named.size() != 1) {
      throw wrong("", "Say exactly one of entry, withdraw, asInFolder and undo");
    }
    return switch (named.getFirst()) {
      case "entry" -> entry(body);
      case "withdraw" -> only(body, "withdraw", new Content.Withdrawn());
      case "asInFolder" -> only(body, "asInFolder", new Content.AsInFolder());
      default -> undone(service, body);
    };
  }

  private static Content entry(JsonObject body) {
    if (!(body.getValue("entry") instanceof JsonObject entry)) {
      throw wrong("/entry", "an object with the keys of a service");
    }
    try {
      return new Content.Entry(EntryJson.read(entry));
    } catch (IllegalArgumentException e) {
      throw wrong("/entry", String.valueOf(e.getMessage()));
    }
  }

  private static Content only(JsonObject body, String name, Content content) {
    if (!Boolean.TRUE.equals(body.getValue(name))) {
      throw wrong("/" + name, "true, or leave it out");
    }
    return content;
  }

  private Content undone(ServiceId service, JsonObject body) {
    Optional<Revision> meant =
        body.getValue("undo") instanceof Number number
            ? amendments.history(service, FAR_BACK).stream()
                .filter(each -> each.number() == number.longValue())
                .findFirst()
            : Optional.empty();
    return meant
        .map(Revision::before)
        .orElseThrow(() -> wrong("/undo", "the number of one of its last 500 revisions"));
  }

  static RuntimeException wrong(String pointer, String detail) {
    return Problem.of(400, "bad-request", "The change cannot be understood", detail)
        .with(
            "errors",
            new io.vertx.core.json.JsonArray()
                .add(new JsonObject().put("pointer", pointer).put("detail", detail)))
        .asException();
  }
}
