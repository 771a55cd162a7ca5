package org.ariane.directory.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ariane.directory.Directory;

/// How one directory differs from another: entry by entry, and of what changed field by field.
public record DirectoryDiff(List<Change> changes) {
  public DirectoryDiff {
    changes = List.copyOf(changes);
  }

  /// One entry that is there only before, only after, or otherwise than before.
  public sealed interface Change {
    /// What it is and its id, as `service fr-3919`.
    String entry();

    record Added(String entry, String name) implements Change {}

    record Removed(String entry, String name) implements Change {}

    /// One that is otherwise than before.
    ///
    /// @param fields by the name of the field, in the order of the record
    record Changed(String entry, Map<String, FieldChange> fields) implements Change {
      public Changed {
        fields = Map.copyOf(fields);
      }
    }
  }

  /// In the order organisations, services, zones, centres, lines, communes, and of ids.
  public static DirectoryDiff between(Directory before, Directory after) {
    List<Change> changes = new ArrayList<>();
    compare(
        "organisation",
        before,
        after,
        Directory::organisations,
        each -> each.id().value(),
        changes);
    compare("service", before, after, Directory::services, each -> each.id().value(), changes);
    compare("zone", before, after, Directory::zones, each -> each.id().value(), changes);
    compare("centre", before, after, Directory::centres, each -> each.id().value(), changes);
    compare("line", before, after, Directory::lines, each -> each.id().value(), changes);
    compare(
        "commune",
        before,
        after,
        Directory::communes,
        each -> each.postcode().digits() + " " + each.name(),
        changes);
    return new DirectoryDiff(changes);
  }

  private static <T extends Record> void compare(
      String kind,
      Directory before,
      Directory after,
      Function<Directory, List<T>> list,
      Function<T, String> key,
      List<Change> changes) {
    Map<String, T> old = byKey(list.apply(before), key);
    Map<String, T> now = byKey(list.apply(after), key);
    now.forEach((id, entry) -> {
      T was = old.get(id);
      if (was == null) {
        changes.add(new Change.Added(kind + " " + id, FieldTexts.name(entry)));
      } else if (!was.equals(entry)) {
        Map<String, FieldChange> fields = FieldTexts.changes(was, entry);
        if (!fields.isEmpty()) {
          changes.add(new Change.Changed(kind + " " + id, fields));
        }
      }
    });
    old.forEach((id, entry) -> {
      if (!now.containsKey(id)) {
        changes.add(new Change.Removed(kind + " " + id, FieldTexts.name(entry)));
      }
    });
  }

  private static <T> Map<String, T> byKey(List<T> entries, Function<T, String> key) {
    Map<String, T> map = new LinkedHashMap<>();
    entries.forEach(each -> map.put(key.apply(each), each));
    return map;
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  private long count(Class<? extends Change> kind) {
    return changes.stream().filter(kind::isInstance).count();
  }

  /// For people: a line for each entry, one for each changed field below it, and a sum.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Added(String entry, String name) -> lines.add("+ " + entry + "  " + name);
        case Change.Removed(String entry, String name) -> lines.add("- " + entry + "  " + name);
        case Change.Changed(String entry, Map<String, FieldChange> fields) -> {
          lines.add("~ " + entry);
          fields.keySet().stream()
              .sorted()
              .forEach(field -> lines.add("    " + field + ": " + fields.get(field)));
        }
      }
    }
    lines.add(
        isEmpty()
            ? "nothing changes"
            : "%d added, %d changed, %d removed"
                .formatted(
                    count(Change.Added.class),
                    count(Change.Changed.class),
                    count(Change.Removed.class)));
    return lines;
  }
}
