package org.ariane.router.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/// What a handler answers.
public record Reply(int status, Body body) {
  /// With JSON.
  public Reply(int status, JsonObject body) {
    this(status, new Body.Json(body));
  }

  /// What it says.
  public sealed interface Body {
    String mediaType();

    Buffer toBuffer();

    record Json(JsonObject json) implements Body {
      @Override
      public String mediaType() {
        return "application/json";
      }

      @Override
      public Buffer toBuffer() {
        return json.toBuffer();
      }
    }

    /// Text in UTF-8 of a type that says so itself, as XML.
    record Text(String mediaType, String text) implements Body {
      @Override
      public Buffer toBuffer() {
        return Buffer.buffer(text);
      }
    }

    /// Text in UTF-8, to be kept as a file.
    ///
    /// @param type as `text/csv`
    /// @param fileName plain letters, digits, dots and hyphens
    record File(String type, String fileName, String text) implements Body {
      @Override
      public String mediaType() {
        return type + ";charset=utf-8";
      }

      @Override
      public Buffer toBuffer() {
        return Buffer.buffer(text);
      }
    }
  }

  public static Reply ok(JsonObject body) {
    return new Reply(200, body);
  }

  public static Reply accepted(JsonObject body) {
    return new Reply(202, body);
  }
}
