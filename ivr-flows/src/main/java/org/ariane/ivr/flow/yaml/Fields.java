package org.ariane.ivr.flow.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ariane.ivr.flow.FlowFault;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.prompt.PromptKey;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The fields of one mapping, read one by one; what is missing, misshapen or left over is noted.
/// Where a field is unusable a harmless stand-in is returned, so that reading goes on.
final class Fields {
  private static final Pattern SECONDS = Pattern.compile("([0-9]{1,3})s");
  private static final List<String> TABLES = List.of("keys", "more", "later");
  private static final List<String> SPOKEN =
      List.of("say", "again", "next", "waiting", "longer", "more-say");
  private static final NodeId NOWHERE = new NodeId("nowhere");

  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> names = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final Problems problems;

  Fields(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          names.put(key.getValue(), key);
          if (values.put(key.getValue(), tuple.getValueNode()) != null) {
            problems.at(key, "'" + key.getValue() + "' stands here twice");
          }
        }
      }
    } else {
      problems.at(node, "fields expected, as `name: value`");
    }
  }

  Node node() {
    return node;
  }

  /// Where a field is named.
  int lineOf(String name) {
    return Problems.line(names.getOrDefault(name, node));
  }

  /// Where a word stands in it, looked for where such words stand.
  Optional<Integer> lineOf(FlowFault.About about, String word) {
    return switch (about) {
      case NODE -> Optional.empty();
      case FIELD -> Optional.ofNullable(names.get(word)).map(Problems::line);
      case KEY -> find(TABLES, word);
      case PROMPT -> find(SPOKEN, word);
      case TARGET -> targetLine(word);
    };
  }

  /// A target that stands alone, as after `silence`, before one in a table of keys.
  private Optional<Integer> targetLine(String word) {
    return values.entrySet().stream()
        .filter(field -> !field.getKey().equals("type"))
        .map(Map.Entry::getValue)
        .filter(value -> value instanceof ScalarNode scalar && scalar.getValue().equals(word))
        .map(Problems::line)
        .findFirst()
        .or(() -> find(TABLES, word));
  }

  private Optional<Integer> find(List<String> fields, String word) {
    return fields.stream()
        .flatMap(name -> Optional.ofNullable(values.get(name)).stream())
        .flatMap(value -> find(value, word).stream())
        .findFirst();
  }

  private static Optional<Integer> find(Node in, String word) {
    List<Node> parts =
        switch (in) {
          case MappingNode mapping ->
              mapping.getValue().stream()
                  .flatMap(pair -> Stream.of(pair.getKeyNode(), pair.getValueNode()))
                  .toList();
          case SequenceNode list -> list.getValue();
          default -> List.of();
        };
    return in instanceof ScalarNode scalar && scalar.getValue().equals(word)
        ? Optional.of(Problems.line(in))
        : parts.stream().flatMap(part -> find(part, word).stream()).findFirst();
  }

  Map<String, Node> all() {
    return values;
  }

  Optional<Node> value(String name) {
    asked.add(name);
    return Optional.ofNullable(values.get(name));
  }

  Optional<Node> needed(String name) {
    Optional<Node> value = value(name);
    if (value.isEmpty()) {
      problems.at(node, "'" + name + "' is missing");
    }
    return value;
  }

  String text(String name) {
    return needed(name).map(this::scalar).orElse("");
  }

  NodeId target(String name) {
    return needed(name).map(this::nodeId).orElse(NOWHERE);
  }

  boolean flag(String name) {
    Optional<String> text = value(name).map(this::scalar);
    text.filter(value -> !value.equals("true") && !value.equals("false"))
        .ifPresent(value -> problems.at(node, "'" + name + "' must be true or false"));
    return text.filter("true"::equals).isPresent();
  }

  int number(String name, int least, int most) {
    String text = text(name);
    if (text.matches("[0-9]{1,3}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    values.computeIfPresent(
        name,
        (key, value) -> {
          problems.at(value, "'" + name + "' must be " + least + " to " + most);
          return value;
        });
    return least;
  }

  Duration seconds(String name, int least, int most) {
    Matcher matcher = SECONDS.matcher(text(name));
    if (matcher.matches()) {
      int seconds = Integer.parseInt(matcher.group(1));
      if (seconds >= least && seconds <= most) {
        return Duration.ofSeconds(seconds);
      }
    }
    Optional.ofNullable(values.get(name))
        .ifPresent(
            value -> problems.at(value, "'" + name + "' must be " + least + "s to " + most + "s"));
    return Duration.ofSeconds(least);
  }

  List<PromptKey> prompts(String name) {
    List<PromptKey> keys = new ArrayList<>();
    needed(name)
        .ifPresent(value -> {
          if (value instanceof SequenceNode list && !list.getValue().isEmpty()) {
            for (Node item : list.getValue()) {
              String text = scalar(item);
              if (PromptKey.isValid(text)) {
                keys.add(new PromptKey(text));
              } else {
                problems.at(item, "'" + text + "' is no prompt key");
              }
            }
          } else {
            problems.at(value, "'" + name + "' must list prompt keys, as [wait]");
          }
        });
    return keys;
  }

  /// A table from telephone keys (0-9, `*`) to something.
  <T> Map<Character, T> keys(String name, Function<Node, Optional<T>> reader) {
    Map<Character, T> keys = new LinkedHashMap<>();
    needed(name)
        .ifPresent(table ->
            new Fields(table, problems)
                .all()
                .forEach((key, value) -> {
                  if (key.matches("[0-9*]")) {
                    reader.apply(value).ifPresent(read -> keys.put(key.charAt(0), read));
                  } else {
                    problems.at(value, "'" + key + "' is no key: 0 to 9 or * expected");
                  }
                }));
    return keys;
  }

  NodeId nodeId(Node value) {
    String text = scalar(value);
    if (NodeId.isValid(text)) {
      return new NodeId(text);
    }
    problems.at(value, "'" + text + "' is no name of a node");
    return NOWHERE;
  }

  String scalar(Node value) {
    if (value instanceof ScalarNode text) {
      return text.getValue();
    }
    problems.at(value, "a single value expected");
    return "";
  }

  /// Notes every field that nobody asked for.
  void nothingElse() {
    values.forEach((name, value) -> {
      if (!asked.contains(name)) {
        problems.at(value, "unknown field '" + name + "'; known are " + asked);
      }
    });
  }
}
