package org.ariane.directory.yaml;

import java.util.Set;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Builds one entry of a list, a key a line.
final class YamlLines {
  /// Ends of lines and blanks that an editor does not show.
  private static final Set<Integer> UNSEEN = Set.of(0x85, 0xA0, 0x2028, 0x2029, 0xFEFF);

  private final StringBuilder text = new StringBuilder();
  private final String further;
  private String indent;

  /// @param first stands before the first key, `further` before the others
  YamlLines(String first, String further) {
    this.indent = first;
    this.further = further;
  }

  /// Keys with an empty list are left out.
  void put(String key, String value) {
    if (!value.equals("[]")) {
      text.append(indent).append(key).append(": ").append(value).append('\n');
      indent = further;
    }
  }

  String text() {
    return text.toString();
  }

  /// A double-quoted scalar on one line, whatever the text holds.
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
              if (!StreamReader.isPrintable(point) || UNSEEN.contains(point)) {
                quoted.append("\\U%08x".formatted(point));
              } else {
                quoted.appendCodePoint(point);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}
