package org.ariane.router.http;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/// An error that a client can act on, as `application/problem+json` (RFC 9457).
///
/// @param code last part of the type URI, stable, as `already-taken`
/// @param title one plain sentence
/// @param detail what to do about it; may be empty
/// @param members further fields of the body; never personal data that the principal may not see
public record Problem(
    int status, String code, String title, String detail, Map<String, Object> members) {
  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://ariane.invalid/problems/";

  public Problem {
    members = Map.copyOf(members);
  }

  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Map.of());
  }

  /// For what does not exist or may not be seen; the two cannot be told apart.
  public static Problem notFound() {
    return of(404, "not-found", "There is nothing here", "");
  }

  public Problem with(String name, Object value) {
    var more = new java.util.HashMap<>(members);
    more.put(name, value);
    return new Problem(status, code, title, detail, more);
  }

  public JsonObject toJson() {
    JsonObject body =
        new JsonObject().put("type", TYPES + code).put("title", title).put("status", status);
    if (!detail.isEmpty()) {
      body.put("detail", detail);
    }
    members.forEach(body::put);
    return body;
  }

  /// Thrown by a handler to answer with this problem.
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
