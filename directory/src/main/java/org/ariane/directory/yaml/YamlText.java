package org.ariane.directory.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// One document as nodes that know their lines. GeoJSON is read by it too, as JSON is YAML.
final class YamlText {
  /// They are refused all the same, but each with its line.
  private static final int MOST_ALIASES = 50;

  private YamlText() {}

  static Optional<Value> read(String file, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(FolderFiles.LARGEST_BYTES)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .build();
    try {
      var root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(file, 1, "the file is empty");
      }
      return root.map(node -> new Value(file, node, problems));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(file, line, "not well-formed: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(file, 1, "not well-formed");
    } catch (StackOverflowError e) {
      problems.add(file, 1, "nested too deeply");
    }
    return Optional.empty();
  }
}
