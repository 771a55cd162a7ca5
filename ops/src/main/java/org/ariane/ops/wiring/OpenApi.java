package org.ariane.ops.wiring;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The description of the interface, written as YAML for people and served as JSON for programs.
final class OpenApi {
  private OpenApi() {}

  static JsonObject document() {
    try (InputStream yaml =
        Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi.yaml"))) {
      Object loaded = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
      @SuppressWarnings("unchecked")
      Map<String, Object> document = (Map<String, Object>) loaded;
      return new JsonObject(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void mount(Router router) {
    Buffer body = document().toBuffer();
    router
        .get("/openapi.json")
        .handler(
            context -> context.response().putHeader("content-type", "application/json").end(body));
  }
}
