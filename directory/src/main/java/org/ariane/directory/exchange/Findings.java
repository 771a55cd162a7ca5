package org.ariane.directory.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Collects findings while reading goes on. All are counted; of each severity the first thousand
/// are kept, since nobody reads more and a hostile file could hold millions.
public final class Findings {
  private static final int MOST_KEPT = 1_000;
  private static final int MOST_KEYS = 500;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Finding.Severity, Integer> counts = new EnumMap<>(Finding.Severity.class);
  private final SortedMap<String, Integer> notHeld = new TreeMap<>();

  public void add(Finding.Severity severity, Place place, String pointer, String reason) {
    if (counts.merge(severity, 1, Integer::sum) <= MOST_KEPT) {
      kept.add(new Finding(severity, place, pointer, reason));
    }
  }

  /// A value that was right and that a directory has no place for.
  public void notHeld(String what) {
    if (notHeld.size() < MOST_KEYS || notHeld.containsKey(what)) {
      notHeld.merge(what, 1, Integer::sum);
    }
  }

  public int count(Finding.Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  /// In the order they were found.
  public List<Finding> kept() {
    return List.copyOf(kept);
  }

  /// What had no place, by its name in the format, and how often it was there.
  public SortedMap<String, Integer> notHeld() {
    return new TreeMap<>(notHeld);
  }

  public boolean unreadable() {
    return count(Finding.Severity.UNREADABLE) > 0;
  }

  /// Whether everything that was handed in is taken over as it was meant, losses of the format
  /// aside.
  public boolean clean() {
    return !unreadable()
        && count(Finding.Severity.LEFT_OUT) == 0
        && count(Finding.Severity.DROPPED) == 0;
  }
}
