package org.ariane.directory.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The keys of one entry with their values. Keys that nobody knows or that come twice are reported
/// at once, missing ones when they are asked for.
record Fields(Value entry, Map<String, Value> values) {
  static Fields of(Value entry, MappingNode mapping, String... known) {
    Set<String> expected = Set.of(known);
    Map<String, Value> values = new LinkedHashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      Value key = entry.sibling(pair.getKeyNode());
      String name = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (expected.size() > 0 && !expected.contains(name)) {
        key.refuse("unknown key: " + shortened(name));
      } else if (values.put(name, entry.sibling(pair.getValueNode())) != null) {
        key.refuse("the key is here twice: " + shortened(name));
      }
    }
    return new Fields(entry, values);
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  Optional<Value> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<Value> required(String key) {
    Optional<Value> value = optional(key);
    if (value.isEmpty()) {
      entry.refuse("missing key: " + key);
    }
    return value;
  }

  Optional<String> text(String key) {
    return required(key).flatMap(Value::text);
  }

  /// False where it is not said.
  boolean flag(String key) {
    return optional(key).flatMap(Value::asBoolean).orElse(false);
  }

  /// Every item that can be read; none where the key is absent.
  <T> List<T> list(String key, Function<Value, Optional<T>> reader) {
    return optional(key).map(value -> readAll(value.items(), reader)).orElse(List.of());
  }

  /// As [#list], but the key must be there and name at least one item.
  <T> List<T> requiredList(String key, Function<Value, Optional<T>> reader) {
    Optional<Value> list = required(key);
    List<Value> items = list.map(Value::items).orElse(List.of());
    if (items.isEmpty()) {
      list.filter(Value::isList)
          .ifPresent(each -> each.refuse("at least one item is expected here"));
    }
    return readAll(items, reader);
  }

  private static <T> List<T> readAll(List<Value> items, Function<Value, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    items.forEach(item -> reader.apply(item).ifPresent(read::add));
    return List.copyOf(read);
  }
}
