package org.ariane.router.redlist.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ariane.router.redlist.RedListLine;

/// Comma-separated values as RFC 4180 writes them, in UTF-8 with or without a byte order mark. The
/// separator is `,` or `;`, whichever comes first in the first line; lines end with CR, LF or both.
///
/// Programs for tables take a cell that begins with `=`, `+`, `-`, `@`, TAB or CR for a formula and
/// run it. Such a cell is written with `'` before it, and read without; so is one that begins with
/// `'` itself, so that what was written is what is read.
public final class Csv {
  private static final String FORMULA = "=+-@\t\r";
  private static final char MARK = '\uFEFF';

  private Csv() {}

  /// What a text holds, or the first line that is not as RFC 4180 says.
  public sealed interface Read {
    record Table(List<Row> rows) implements Read {
      public Table {
        rows = List.copyOf(rows);
      }
    }

    record Broken(RedListLine.Fault fault) implements Read {}
  }

  /// One row.
  ///
  /// @param line where it begins, from 1
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  /// Reads a whole table; rows without any content are left out.
  public static Read read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      return new Read.Broken(new RedListLine.Fault(lastLine(text), "is not UTF-8"));
    }
    return new Scan(!text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text).table();
  }

  private static int lastLine(String text) {
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      boolean ends =
          text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1));
      line += ends ? 1 : 0;
    }
    return line;
  }

  /// One row as it is written, with its line end.
  public static String write(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe = text.isEmpty() || !guarded(text.charAt(0)) ? text : "'" + text;
    boolean plain = safe.chars().noneMatch(c -> ",;\"\r\n".indexOf(c) >= 0);
    return plain && safe.equals(safe.strip()) ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean guarded(char first) {
    return first == '\'' || FORMULA.indexOf(first) >= 0;
  }

  static String unguarded(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && guarded(cell.charAt(1))
        ? cell.substring(1)
        : cell;
  }

  /// One walk through a text.
  private static final class Scan {
    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int line = 1;
    private int rowLine = 1;

    Scan(String text) {
      this.text = text;
      String first = text.lines().findFirst().orElse("");
      int comma = first.indexOf(',');
      int semicolon = first.indexOf(';');
      this.separator = semicolon >= 0 && (comma < 0 || semicolon < comma) ? ';' : ',';
    }

    Read table() {
      while (at < text.length()) {
        String fault = text.charAt(at) == '"' ? quoted() : bare();
        if (!fault.isEmpty()) {
          return new Read.Broken(new RedListLine.Fault(rowLine, fault));
        }
        if (at >= text.length()) {
          endRow();
        } else if (text.charAt(at) == separator) {
          at++;
          if (at >= text.length()) {
            cells.add("");
            endRow();
          }
        } else {
          newLine();
          endRow();
        }
      }
      return new Read.Table(rows);
    }

    private String bare() {
      int from = at;
      while (at < text.length() && text.charAt(at) != separator && !atLineEnd()) {
        if (text.charAt(at) == '"') {
          return "a cell with a quotation mark must stand in quotation marks";
        }
        at++;
      }
      return add(text.substring(from, at));
    }

    private String quoted() {
      StringBuilder cell = new StringBuilder();
      at++;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '"' && text.startsWith("\"\"", at)) {
          cell.append('"');
          at += 2;
        } else if (c == '"') {
          at++;
          boolean ends = at >= text.length() || text.charAt(at) == separator || atLineEnd();
          return ends ? add(cell.toString()) : "something follows a closing quotation mark";
        } else if (atLineEnd()) {
          int from = at;
          newLine();
          cell.append(text, from, at);
        } else {
          cell.append(c);
          at++;
        }
      }
      return "a quotation mark is never closed";
    }

    private String add(String cell) {
      if (cell.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n')) {
        return "a cell holds a control character";
      }
      cells.add(unguarded(cell));
      return "";
    }

    private boolean atLineEnd() {
      return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private void newLine() {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      line++;
    }

    private void endRow() {
      Row row = new Row(rowLine, cells);
      if (!row.isBlank()) {
        rows.add(row);
      }
      cells = new ArrayList<>();
      rowLine = line;
    }
  }
}
