package org.ariane.directory.place.geojson;

/// A JSON text (RFC 8259) read from front to back, which knows its line. A country of borders is
/// too large to be held as a tree.
final class JsonText {
  private static final int DEEPEST = 32;
  private final String text;
  private int at;
  private int line = 1;

  JsonText(String text) {
    this.text = text;
    // A byte order mark is no part of the text.
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /// What is wrong with the text, and where.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    private Malformed(int line, String reason) {
      super(reason);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  int line() {
    return line;
  }

  Malformed malformed(String reason) {
    return new Malformed(line, reason);
  }

  /// The next character that is not blank; it stays the next one.
  char peek() throws Malformed {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next;
      }
      line += next == '\n' ? 1 : 0;
      at++;
    }
    throw malformed("the text ends too early");
  }

  void expect(char wanted) throws Malformed {
    if (peek() != wanted) {
      throw malformed("expected " + wanted);
    }
    at++;
  }

  /// Whether another item follows in a list or an object that closes with `close`; reads the comma
  /// between two, or the close.
  boolean more(boolean first, char close) throws Malformed {
    char next = peek();
    if (next == close) {
      at++;
      return false;
    }
    if (!first) {
      expect(',');
      if (peek() == close) {
        throw malformed("nothing follows the comma");
      }
    }
    return true;
  }

  boolean atEnd() {
    try {
      peek();
      return false;
    } catch (Malformed e) {
      return true;
    }
  }

  String string() throws Malformed {
    expect('"');
    StringBuilder read = new StringBuilder();
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        return read.toString();
      }
      if (next < ' ') {
        throw malformed("a text holds a control character");
      }
      read.append(next == '\\' ? escaped() : next);
    }
    throw malformed("a text does not end");
  }

  private char escaped() throws Malformed {
    char kind = at < text.length() ? text.charAt(at++) : ' ';
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw malformed("an unknown escape");
    };
  }

  private char unicode() throws Malformed {
    try {
      char read = (char) Integer.parseInt(text, at, at + 4, 16);
      at += 4;
      return read;
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw malformed("an unknown escape");
    }
  }

  double number() throws Malformed {
    String read = word();
    try {
      double number = Double.parseDouble(read);
      if (Double.isFinite(number) && Character.isDigit(read.charAt(read.length() - 1))) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw malformed("expected a number");
  }

  private String word() throws Malformed {
    peek();
    int from = at;
    while (at < text.length() && ",]} \n\r\t:[{\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (from == at) {
      throw malformed("expected a value");
    }
    return text.substring(from, at);
  }

  /// A text, a number, true, false or null as it is written.
  String scalar() throws Malformed {
    return peek() == '"' ? string() : word();
  }

  void skip() throws Malformed {
    skip(0);
  }

  private void skip(int depth) throws Malformed {
    if (depth > DEEPEST) {
      throw malformed("nested too deeply");
    }
    char next = peek();
    if (next != '{' && next != '[') {
      scalar();
      return;
    }
    at++;
    char close = next == '{' ? '}' : ']';
    for (boolean first = true; more(first, close); first = false) {
      if (next == '{') {
        string();
        expect(':');
      }
      skip(depth + 1);
    }
  }
}
