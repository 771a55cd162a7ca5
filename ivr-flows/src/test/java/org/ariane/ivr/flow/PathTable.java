package org.ariane.ivr.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The paths of one flow, as a coordinator reads them: `src/test/resources/flows/<line>.md`.
record PathTable(List<Row> rows) {
  /// @param keys what she presses; `-` is nothing, words are what came of an alarm or a transfer
  /// @param hears the prompts, step by step
  /// @param end where it leaves her, and what is known
  record Row(String keys, String hears, String end) {
    @Override
    public String toString() {
      return keys;
    }
  }

  static PathTable of(String name) {
    try (var in = PathTable.class.getResourceAsStream("/flows/" + name + ".md")) {
      if (in == null) {
        throw new IllegalStateException("no table of paths for " + name);
      }
      return new PathTable(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("| "))
              .skip(1)
              .map(PathTable::row)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return new Row(cells.get(1), cells.get(2), cells.get(3));
  }
}
