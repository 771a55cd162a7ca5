package org.ariane.router.amendment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.yaml.Written;
import org.ariane.directory.yaml.Written.Items;
import org.ariane.directory.yaml.Written.Keys;
import org.ariane.directory.yaml.Written.Text;
import org.ariane.directory.yaml.WrittenText;

/// How two entries differ, value by value. The order of keys, and of lists of single values, does
/// not count.
public final class EntryDiff {
  private EntryDiff() {}

  /// One value that is only before, only after, or another.
  ///
  /// @param pointer JSON pointer into the entries; of a list of single values, that of the list
  public record Change(String pointer, Optional<String> before, Optional<String> after) {}

  /// Between two entries as they are kept; an absent one has no values.
  public static List<Change> between(Optional<String> before, Optional<String> after) {
    Map<String, Set<String>> was = leaves(before);
    Map<String, Set<String>> is = leaves(after);
    List<Change> changes = new ArrayList<>();
    Set<String> pointers = new LinkedHashSet<>(was.keySet());
    pointers.addAll(is.keySet());
    for (String pointer : pointers) {
      List<String> gone = without(was.get(pointer), is.get(pointer));
      List<String> come = without(is.get(pointer), was.get(pointer));
      for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
        changes.add(new Change(pointer, at(gone, i), at(come, i)));
      }
    }
    return changes;
  }

  private static Optional<String> at(List<String> values, int index) {
    return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
  }

  private static List<String> without(
      @org.jspecify.annotations.Nullable Set<String> values,
      @org.jspecify.annotations.Nullable Set<String> others) {
    return values == null
        ? List.of()
        : values.stream().filter(each -> others == null || !others.contains(each)).toList();
  }

  private static Map<String, Set<String>> leaves(Optional<String> entry) {
    Map<String, Set<String>> leaves = new LinkedHashMap<>();
    entry.flatMap(WrittenText::read).ifPresent(keys -> collect("", keys, leaves));
    return leaves;
  }

  private static void collect(String pointer, Written value, Map<String, Set<String>> leaves) {
    switch (value) {
      case Text(String text) ->
          leaves.computeIfAbsent(pointer, any -> new LinkedHashSet<>()).add(text);
      case Keys(Map<String, Written> values) ->
          values.forEach((key, each) -> collect(pointer + "/" + key, each, leaves));
      case Items(List<Written> values) -> {
        for (int i = 0; i < values.size(); i++) {
          Written each = values.get(i);
          collect(each instanceof Text ? pointer : pointer + "/" + i, each, leaves);
        }
      }
    }
  }
}
