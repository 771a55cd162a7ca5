package org.ariane.directory.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.exchange.SourceText;

/// Splits a text into rows and cells. Quoted cells may hold separators, line ends and doubled
/// quotes.
final class CsvCells {
  private static final int LONGEST_CELL = 200_000;
  private static final int MOST_CELLS = 1_000;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private int broken;

  /// @param line on which the row begins, from 1
  record Row(int line, List<String> cells) {}

  CsvCells(SourceText source) {
    this.text = source.text();
    this.separator = separator(text);
  }

  /// What is most often in the first line, outside quotes.
  private static char separator(String text) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      quoted ^= here == '"';
      if (!quoted && (here == '\n' || here == '\r')) {
        break;
      }
      commas += !quoted && here == ',' ? 1 : 0;
      semicolons += !quoted && here == ';' ? 1 : 0;
      tabs += !quoted && here == '\t' ? 1 : 0;
    }
    return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
  }

  /// The line of a row that has no end, so that the rest cannot be read; 0 where there is none.
  int broken() {
    return broken;
  }

  /// The next row; empty at the end, or where the rest cannot be read.
  Optional<Row> next() {
    if (at >= text.length()) {
      return Optional.empty();
    }
    int first = line;
    List<String> cells = new ArrayList<>();
    while (true) {
      Optional<String> cell = cell();
      if (cell.isEmpty() || cells.size() >= MOST_CELLS) {
        broken = first;
        at = text.length();
        return Optional.empty();
      }
      cells.add(cell.get());
      if (at >= text.length() || text.charAt(at) != separator) {
        endOfLine();
        return Optional.of(new Row(first, cells));
      }
      at++;
    }
  }

  private void endOfLine() {
    if (at >= text.length()) {
      return;
    }
    boolean both = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    at += both ? 2 : 1;
    line++;
  }

  private boolean ends(char here) {
    return here == separator || here == '\n' || here == '\r';
  }

  private Optional<String> cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return at - start > LONGEST_CELL ? Optional.empty() : Optional.of(text.substring(start, at));
  }

  private Optional<String> quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length() && cell.length() <= LONGEST_CELL) {
      char here = text.charAt(at++);
      if (here != '"') {
        line += here == '\n' ? 1 : 0;
        cell.append(here);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        // What stands between the closing quote and the separator belongs to the cell.
        while (at < text.length() && !ends(text.charAt(at))) {
          cell.append(text.charAt(at++));
        }
        return cell.length() > LONGEST_CELL ? Optional.empty() : Optional.of(cell.toString());
      }
    }
    return Optional.empty();
  }
}
