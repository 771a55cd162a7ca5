package org.ariane.ops.demo;

import java.io.PrintStream;

/// Says what happens, a line at a time.
final class Narrator {
  private final PrintStream out;

  Narrator(PrintStream out) {
    this.out = out;
  }

  void chapter(String title) {
    out.println();
    out.println(title);
  }

  void step(String who, String what) {
    out.printf("  %-12s %s%n", who, what);
  }

  void because(String code, String text) {
    out.printf("  %-12s   because %s (%s)%n", "", text, code);
  }
}
