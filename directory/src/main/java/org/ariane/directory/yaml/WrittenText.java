package org.ariane.directory.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.yaml.Written.Items;
import org.ariane.directory.yaml.Written.Keys;
import org.ariane.directory.yaml.Written.Text;

/// An entry of a service as a file of its own, each value on its own line: always the same text for
/// the same entry, and whatever is wrong in a line is wrong with one field.
public final class WrittenText {
  private static final List<String> FIRST =
      List.of("id", "organisation", "name", "kind", "country", "tag", "from", "until");

  private final StringBuilder text = new StringBuilder("services:\n");
  private final List<String> pointers = new ArrayList<>(List.of(""));

  private WrittenText() {}

  public static WrittenText service(Keys entry) {
    WrittenText written = new WrittenText();
    written.keys(entry, "  - ", "    ", "");
    return written;
  }

  /// Reads what [#service] wrote.
  public static Optional<Keys> read(String text) {
    return YamlText.read("entry", text, new Problems())
        .flatMap(root -> root.fields("services"))
        .flatMap(fields -> fields.optional("services"))
        .flatMap(list -> list.items().stream().findFirst())
        .flatMap(item -> Written.of(item.node()))
        .flatMap(found -> found instanceof Keys keys ? Optional.of(keys) : Optional.empty());
  }

  public String text() {
    return text.toString();
  }

  /// JSON pointer of the field that stands in a line, counted from 1; empty for the entry itself.
  public String pointer(int line) {
    return line >= 1 && line <= pointers.size() ? pointers.get(line - 1) : "";
  }

  private void keys(Keys keys, String first, String further, String pointer) {
    String indent = first;
    for (Map.Entry<String, Written> each : sorted(keys)) {
      value(indent + each.getKey() + ":", further, pointer + "/" + each.getKey(), each.getValue());
      indent = further;
    }
    if (keys.values().isEmpty()) {
      line(first + "{}", pointer);
    }
  }

  private void value(String before, String indent, String pointer, Written value) {
    switch (value) {
      case Text(String single) -> line(before + " " + YamlLines.quoted(single), pointer);
      case Items(List<Written> values) when values.isEmpty() -> line(before + " []", pointer);
      case Items(List<Written> values) -> {
        line(before, pointer);
        for (int i = 0; i < values.size(); i++) {
          item(values.get(i), indent, pointer + "/" + i);
        }
      }
      case Keys keys when keys.values().isEmpty() -> line(before + " {}", pointer);
      case Keys keys -> {
        line(before, pointer);
        keys(keys, indent + "  ", indent + "  ", pointer);
      }
    }
  }

  private void item(Written item, String indent, String pointer) {
    if (item instanceof Keys keys) {
      keys(keys, indent + "  - ", indent + "    ", pointer);
    } else {
      value(indent + "  -", indent + "    ", pointer, item);
    }
  }

  private void line(String line, String pointer) {
    text.append(line).append('\n');
    pointers.add(pointer);
  }

  private static List<Map.Entry<String, Written>> sorted(Keys keys) {
    return keys.values().entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Written> each) -> rank(each.getKey()))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static int rank(String key) {
    int at = FIRST.indexOf(key);
    return at < 0 ? FIRST.size() : at;
  }
}
