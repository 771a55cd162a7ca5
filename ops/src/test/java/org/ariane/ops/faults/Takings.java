package org.ariane.ops.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the dispatchers' ledger says of who took what.
final class Takings {
  private final Map<String, Set<String>> byIncident = new HashMap<>();
  private final Map<String, List<String>> rounds = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  static Takings read(Path ledger) {
    Takings takings = new Takings();
    Ledger.read(ledger).forEach(takings::add);
    takings.judge();
    return takings;
  }

  private void add(List<String> line) {
    String incident = line.get(1);
    String status = line.get(4);
    rounds.computeIfAbsent(incident + " " + line.get(2), id -> new ArrayList<>()).add(status);
    if (status.equals("200")) {
      String position = line.get(3).substring("dispatcher-".length());
      byIncident
          .computeIfAbsent(incident, id -> new HashSet<>())
          .add(line.get(5) + " " + line.get(6));
      // The position of dispatcher-3 is the first one of its own centre.
      boolean own = line.get(5).endsWith("/" + position) || line.get(3).equals("dispatcher-3");
      if (!own) {
        faults.add("told 200 but somebody else holds it: " + String.join(" ", line));
      }
    }
  }

  /// Where nobody was told that it went elsewhere, one won and all others lost.
  private void judge() {
    rounds.forEach((round, answers) -> {
      boolean elsewhere = answers.contains("404");
      long won = answers.stream().filter("200"::equals).count();
      long lost = answers.stream().filter("409"::equals).count();
      if (won > 1 || (!elsewhere && (won != 1 || lost != answers.size() - 1))) {
        faults.add("not one winner: " + round + " " + answers);
      }
    });
  }

  /// How often an incident was taken, each taking counted once.
  int of(String incident) {
    return byIncident.getOrDefault(incident, Set.of()).size();
  }

  Set<String> incidents() {
    return byIncident.keySet();
  }

  int rounds() {
    return rounds.size();
  }

  List<String> faults() {
    return faults;
  }
}
