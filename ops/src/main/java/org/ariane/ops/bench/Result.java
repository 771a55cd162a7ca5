package org.ariane.ops.bench;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/// What a benchmark found.
///
/// @param unit of the value and of the reference
/// @param details further figures, by name
public record Result(
    String name, double value, double reference, String unit, Map<String, Double> details) {
  public Result {
    details = Map.copyOf(details);
  }

  public double ratio() {
    return value / reference;
  }

  /// `NAME value unit | reference value unit | ratio`.
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s %.2f %s | reference %.2f %s | %.4f",
        name,
        value,
        unit,
        reference,
        unit,
        ratio());
  }

  public JsonObject json() {
    JsonObject more = new JsonObject();
    details.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> more.put(entry.getKey(), entry.getValue()));
    return new JsonObject()
        .put("name", name)
        .put("value", value)
        .put("reference", reference)
        .put("unit", unit)
        .put("ratio", ratio())
        .put("details", more);
  }
}
