package org.ariane.ops.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What the receiver's ledger says: each message under one id, repeats with the same bytes, and the
/// numbers of each centre without a hole.
final class Deliveries {
  private final Map<String, Receiver.Line> byId = new HashMap<>();
  private final Map<String, String> bySequence = new HashMap<>();
  private final Map<String, Integer> last = new HashMap<>();
  private final Set<String> alarms = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private int attempts;

  static Deliveries of(List<Receiver.Line> lines) {
    Deliveries deliveries = new Deliveries();
    lines.forEach(deliveries::add);
    return deliveries;
  }

  private void add(Receiver.Line line) {
    attempts++;
    Receiver.Line before = byId.putIfAbsent(line.webhookId(), line);
    if (before != null && !before.equals(line)) {
      faults.add("not the same: " + before + " and " + line);
    }
    if (line.stored()) {
      alarms.addAll(List.of(line.alarms().split(",", -1)));
      String other = bySequence.putIfAbsent(place(line), line.webhookId());
      if (other != null && !other.equals(line.webhookId())) {
        faults.add("two messages of one number: " + place(line));
      }
      last.merge(line.centre(), Integer.parseInt(line.sequence()), Math::max);
    }
  }

  /// Alarms that a centre was told of from the store.
  Set<String> alarms() {
    return alarms;
  }

  /// Numbers that have not come, though later ones have.
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    last.forEach((centre, highest) ->
        IntStream.rangeClosed(1, highest)
            .mapToObj(number -> centre + " " + number)
            .filter(place -> !bySequence.containsKey(place))
            .forEach(gaps::add));
    return gaps;
  }

  List<String> faults() {
    return faults;
  }

  int attempts() {
    return attempts;
  }

  int messages() {
    return byId.size();
  }

  private static String place(Receiver.Line line) {
    return line.centre() + " " + line.sequence();
  }
}
