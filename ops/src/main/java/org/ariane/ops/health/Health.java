package org.ariane.ops.health;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// All parts and how they are. Parts answer from memory; asking never blocks.
public final class Health {
  private final Map<String, Supplier<PartHealth>> parts = new LinkedHashMap<>();
  private volatile boolean draining;

  public Health part(String name, Supplier<PartHealth> health) {
    parts.put(name, health);
    return this;
  }

  /// From now on the server is not ready, so that no new work is sent to it.
  public void drain() {
    draining = true;
  }

  /// Ready when nothing is down.
  public Report report() {
    JsonObject body = new JsonObject();
    boolean ready = !draining;
    for (var part : parts.entrySet()) {
      PartHealth health = part.getValue().get();
      ready &= health.state() != PartHealth.State.DOWN;
      body.put(
          part.getKey(),
          new JsonObject().put("state", health.state().wireName()).put("text", health.text()));
    }
    String status = draining ? "stopping" : ready ? "ready" : "not-ready";
    return new Report(ready, new JsonObject().put("status", status).put("parts", body));
  }

  /// The answer of `/health/ready`.
  public record Report(boolean ready, JsonObject body) {}
}
