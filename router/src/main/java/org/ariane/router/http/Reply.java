package org.ariane.router.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

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

    /// Beside the media type.
    default Map<String, String> headers() {
      return Map.of();
    }

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
      public Map<String, String> headers() {
        return Map.of("content-disposition", "attachment; filename=\"" + fileName + "\"");
      }

      @Override
      public String mediaType() {
        return type + ";charset=utf-8";
      }

      @Override
      public Buffer toBuffer() {
        return Buffer.buffer(text);
      }
    }

    /// A page that says when to come back.
    record LaterPage(Page page, int seconds) implements Body {
      @Override
      public String mediaType() {
        return page.mediaType();
      }

      @Override
      public Buffer toBuffer() {
        return page.toBuffer();
      }

      @Override
      public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(page.headers());
        headers.put("retry-after", String.valueOf(seconds));
        return headers;
      }
    }

    /// A page without script that asks nobody but this server for anything and leaves no copy
    /// behind.
    record Page(String html) implements Body {
      private static final Map<String, String> HEADERS =
          Map.of(
              "content-security-policy",
              "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                  + " form-action 'self'; frame-ancestors 'none'",
              "referrer-policy",
              "no-referrer",
              "x-content-type-options",
              "nosniff",
              "permissions-policy",
              "geolocation=(), microphone=(), camera=()");

      @Override
      public String mediaType() {
        return "text/html;charset=utf-8";
      }

      @Override
      public Buffer toBuffer() {
        return Buffer.buffer(html);
      }

      @Override
      public Map<String, String> headers() {
        return HEADERS;
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
