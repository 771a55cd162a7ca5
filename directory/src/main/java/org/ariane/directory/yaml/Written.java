package org.ariane.directory.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// What an entry of a file says, without how it is written: comments, quotes and the order of keys
/// are not part of it. Whether it is right is not known.
public sealed interface Written {
  /// How deep keys and lists may lie in each other.
  int DEEPEST = 6;

  /// A single value; numbers, days and truth values are texts too.
  record Text(String value) implements Written {}

  /// A list.
  record Items(List<Written> values) implements Written {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// Keys with their values. Equal whatever the order.
  record Keys(Map<String, Written> values) implements Written {
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z-]{0,39}");

    public Keys {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      if (!values.keySet().stream().allMatch(key -> KEY.matcher(key).matches())) {
        throw new IllegalArgumentException("a key is up to 40 letters and hyphens");
      }
    }

    public Optional<Written> get(String key) {
      return Optional.ofNullable(values.get(key));
    }

    /// The single value under that key; empty where there is none.
    public Optional<String> text(String key) {
      return values.get(key) instanceof Text(String value) ? Optional.of(value) : Optional.empty();
    }

    public Keys without(String... keys) {
      Map<String, Written> left = new LinkedHashMap<>(values);
      List.of(keys).forEach(left::remove);
      return new Keys(left);
    }
  }

  /// Empty where it lies too deep, has anchors, or keys that no entry has.
  static Optional<Written> of(Node node) {
    try {
      return Optional.of(of(node, 0));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Written of(Node node, int depth) {
    if (depth > DEEPEST || node.getAnchor().isPresent()) {
      throw new IllegalArgumentException("not a plain entry");
    }
    return switch (node) {
      case ScalarNode scalar -> new Text(scalar.getValue().strip());
      case SequenceNode sequence ->
          new Items(sequence.getValue().stream().map(each -> of(each, depth + 1)).toList());
      case MappingNode mapping -> {
        Map<String, Written> values = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
          String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
          if (values.put(key, of(pair.getValueNode(), depth + 1)) != null) {
            throw new IllegalArgumentException("a key is here twice");
          }
        }
        yield new Keys(values);
      }
      default -> throw new IllegalArgumentException("not a plain entry");
    };
  }
}
