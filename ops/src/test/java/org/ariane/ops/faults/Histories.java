package org.ariane.ops.faults;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whether the history that an incident shows can be: states change only along their edges.
final class Histories {
  private Histories() {}

  static List<String> faults(JsonObject incident) {
    List<String> faults = new ArrayList<>();
    String id = incident.getString("id");
    JsonArray history = incident.getJsonArray("history");
    String state = "";
    Instant at = Instant.MIN;
    for (Object one : history) {
      JsonObject line = (JsonObject) one;
      String what = line.getString("what");
      String next = next(state, what);
      if (next.isEmpty()) {
        faults.add("%s: %s while '%s'".formatted(id, what, state));
      }
      state = next;
      at = Instant.parse(line.getString("at"));
    }
    if (!state.equals(incident.getString("state"))) {
      faults.add("%s is %s, its history says %s".formatted(id, incident.getString("state"), state));
    }
    if (at.isAfter(Instant.parse(incident.getString("updatedAt")))) {
      faults.add(id + " was changed after its last change");
    }
    return faults;
  }

  /// The state after what happened; empty where it must not happen.
  private static String next(String state, String what) {
    return switch (what) {
      case "opened" -> state.isEmpty() ? "open" : "";
      case "taken" -> state.equals("open") ? "taken" : "";
      case "completed" -> state.equals("taken") ? "closed" : "";
      case "reopened" -> state.equals("closed") ? "open" : "";
      case "placed", "escalated" -> state.equals("open") ? "open" : "";
      case "alarm-joined" -> state.equals("closed") ? "" : state;
      default -> state;
    };
  }
}
