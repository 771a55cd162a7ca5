package org.ariane.directory.json;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/// Writes JSON for people and programs: two blanks a level, keys in the order they were put.
public final class JsonLines {
  private static final double EXACT = 1e15;

  private JsonLines() {}

  /// The document, ending in a line feed.
  ///
  /// @param value maps with text keys, collections, texts, numbers, booleans, in each other; an
  ///   empty Optional is null
  public static String text(Object value) {
    StringBuilder out = new StringBuilder();
    append(value, "\n", out);
    return out.append('\n').toString();
  }

  private static void append(Object value, String indent, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> entry(map, indent, out);
      case Collection<?> items -> items(items, indent, out);
      case String text -> quoted(text, out);
      case Double number when number == Math.rint(number) && Math.abs(number) < EXACT ->
          out.append(number.longValue());
      case Number number -> out.append(number);
      case Boolean flag -> out.append(flag);
      case Optional<?> nothing when nothing.isEmpty() -> out.append("null");
      default -> throw new IllegalArgumentException("no JSON of " + value.getClass());
    }
  }

  private static void entry(Map<?, ?> map, String indent, StringBuilder out) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    String deeper = indent + "  ";
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> next = entries.next();
      out.append(deeper);
      quoted(String.valueOf(next.getKey()), out);
      out.append(": ");
      append(next.getValue(), deeper, out);
      out.append(entries.hasNext() ? "," : indent);
    }
    out.append('}');
  }

  /// Numbers stand on one line, as points of an outline do.
  private static void items(Collection<?> items, String indent, StringBuilder out) {
    boolean flat = items.stream().allMatch(Number.class::isInstance);
    String deeper = flat ? "" : indent + "  ";
    String between = flat ? ", " : ",";
    out.append('[');
    Iterator<?> each = items.iterator();
    while (each.hasNext()) {
      out.append(deeper);
      append(each.next(), indent + "  ", out);
      out.append(each.hasNext() ? between : flat ? "" : indent);
    }
    out.append(']');
  }

  private static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      switch (here) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (here < ' ' || here == '\u2028' || here == '\u2029') {
            out.append("\\u%04x".formatted((int) here));
          } else {
            out.append(here);
          }
        }
      }
    }
    out.append('"');
  }
}
