package org.ariane.directory.exchange;

import java.util.ArrayList;
import java.util.List;

/// What became of one field: of single values before and after, of lists what went and what came.
///
/// @param removed texts that are no longer there; empty where there was nothing
/// @param added texts that were not there before; empty where there is nothing now
public record FieldChange(List<String> removed, List<String> added) {
  private static final int LONGEST = 120;
  private static final int MOST = 10;

  public FieldChange {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  @Override
  public String toString() {
    return words(removed) + " -> " + words(added);
  }

  private static String words(List<String> texts) {
    if (texts.isEmpty()) {
      return "(nothing)";
    }
    List<String> shown = new ArrayList<>();
    for (String text : texts.subList(0, Math.min(MOST, texts.size()))) {
      String line = text.replace('\n', ' ');
      shown.add(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    }
    if (texts.size() > MOST) {
      shown.add("and " + (texts.size() - MOST) + " more");
    }
    return String.join(", ", shown);
  }
}
