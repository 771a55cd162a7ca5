package org.ariane.ops.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the clients' ledger says they were promised, and what they were told that must not be.
final class Promises {
  private final Map<String, String> alarmOf = new HashMap<>();
  private final Map<String, String> incidentOf = new TreeMap<>();
  private final Map<String, Set<String>> fixesOf = new HashMap<>();
  private final Set<String> cancelled = new HashSet<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  static Promises read(Path ledger) {
    Promises promises = new Promises();
    Ledger.read(ledger).forEach(promises::add);
    return promises;
  }

  private void add(List<String> line) {
    counts.merge(line.getFirst(), 1, Integer::sum);
    switch (line.getFirst()) {
      case "raised" -> raised(line.get(1), line.get(2), line.get(3));
      case "located" ->
          fixesOf.computeIfAbsent(line.get(1), id -> new HashSet<>()).add(line.get(2));
      case "cancelled" -> cancelled.add(line.get(1));
      case "refused", "unanswered" -> {}
      default -> faults.add(String.join(" ", line));
    }
  }

  private void raised(String id, String alarm, String incident) {
    String alarmBefore = alarmOf.putIfAbsent(id, alarm);
    String incidentBefore = incidentOf.putIfAbsent(alarm, incident);
    if (alarmBefore != null && !alarmBefore.equals(alarm)) {
      faults.add("one message, two alarms: " + alarmBefore + " and " + alarm);
    }
    if (incidentBefore != null && !incidentBefore.equals(incident)) {
      faults.add("one alarm, two incidents: " + incidentBefore + " and " + incident);
    }
  }

  /// By alarm, the incident that its sender was told.
  Map<String, String> incidentOf() {
    return incidentOf;
  }

  Set<String> cancelled() {
    return cancelled;
  }

  /// By alarm, latitudes of follow-ups.
  Map<String, Set<String>> fixesOf() {
    return fixesOf;
  }

  List<String> faults() {
    return faults;
  }

  /// How often each kind of line was written.
  Map<String, Integer> counts() {
    return counts;
  }
}
