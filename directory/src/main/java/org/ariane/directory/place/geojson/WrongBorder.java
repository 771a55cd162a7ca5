package org.ariane.directory.place.geojson;

/// What is wrong with the shape of a text that is JSON, and in which line.
final class WrongBorder extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;

  WrongBorder(int line, String reason) {
    super(reason);
    this.line = line;
  }

  int line() {
    return line;
  }
}
