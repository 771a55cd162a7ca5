package org.ariane.ops.config;

import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// YAML as dotted keys, each with its line: `dispatch: {default-centre: x}` and
/// `dispatch.default-centre: x` say the same.
final class FlatYaml {
  private static final int MAX_CHARS = 1_000_000;

  private FlatYaml() {}

  record Value(String text, int line) {}

  sealed interface Result permits Parsed, Broken {}

  record Parsed(Map<String, Value> values) implements Result {}

  record Broken(String problem) implements Result {}

  static Result read(String file, String text) {
    if (text.length() > MAX_CHARS) {
      return new Broken(file + ": larger than a configuration can be");
    }
    Map<String, Value> values = new TreeMap<>();
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).build();
      var root = new Compose(settings).composeString(text);
      if (root.isPresent()) {
        flatten(file, "", root.get(), values);
      }
      return new Parsed(values);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      return new Broken(file + ":" + line + ": " + e.getProblem());
    } catch (YamlEngineException e) {
      return new Broken(file + ": " + e.getMessage());
    }
  }

  private static void flatten(String file, String key, Node node, Map<String, Value> values) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    switch (node) {
      case MappingNode mapping -> {
        for (NodeTuple tuple : mapping.getValue()) {
          if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
            throw new YamlEngineException(file + ":" + line + ": a key must be a plain word");
          }
          flatten(
              file,
              key.isEmpty() ? name.getValue() : key + "." + name.getValue(),
              tuple.getValueNode(),
              values);
        }
      }
      case ScalarNode scalar -> {
        if (values.put(key, new Value(scalar.getValue(), line)) != null) {
          throw new YamlEngineException(file + ":" + line + ": '" + key + "' is said twice");
        }
      }
      default -> throw new YamlEngineException(file + ":" + line + ": a list is not expected here");
    }
  }
}
