package org.ariane.router.directory.html;

import java.util.Map;
import java.util.TreeMap;

/// A page that is being written. Whatever is given as text or as the value of an attribute is
/// escaped; only names of elements and attributes are not, and they are never data.
public final class Html {
  private final StringBuilder out = new StringBuilder(4_096);

  /// Attributes in the order of their names; one with an empty name is left out.
  static Map<String, String> with(String... namesAndValues) {
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i].isEmpty()) {
        attributes.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return attributes;
  }

  /// A page up to the begin of its body.
  ///
  /// @param words in which language it is, and its `title`
  /// @param sheet its own style, by the name of the file below `/shared`
  /// @param meta names and contents of what is said to browsers besides
  public static Html begin(Words words, String sheet, String... meta) {
    Html html = new Html();
    html.out.append("<!doctype html>");
    html.open("html", "lang", words.language(), "dir", words.direction())
        .open("head")
        .open("meta", "charset", "utf-8")
        .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    for (int i = 0; i < meta.length; i += 2) {
      html.open("meta", "name", meta[i], "content", meta[i + 1]);
    }
    return html.leaf("title", words.say("title"))
        .open("link", "rel", "icon", "href", "data:,")
        .open("link", "rel", "stylesheet", "href", "/shared/tokens.css")
        .open("link", "rel", "stylesheet", "href", "/shared/" + sheet + ".css")
        .close("head")
        .open("body");
  }

  public Html open(String element, String... attributes) {
    out.append('<').append(element);
    with(attributes)
        .forEach((name, value) -> {
          out.append(' ').append(name).append("=\"");
          escape(value);
          out.append('"');
        });
    out.append('>');
    return this;
  }

  public Html close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  public Html text(String text) {
    escape(text);
    return this;
  }

  /// An element that holds nothing but a text.
  public Html leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (letter >= ' ' || letter == '\n' || letter == '\t') {
            out.append(letter);
          }
        }
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
