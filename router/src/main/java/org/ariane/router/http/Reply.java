package org.ariane.router.http;

import io.vertx.core.json.JsonObject;

/// What a handler answers.
public record Reply(int status, JsonObject body) {
  public static Reply ok(JsonObject body) {
    return new Reply(200, body);
  }

  public static Reply accepted(JsonObject body) {
    return new Reply(202, body);
  }
}
