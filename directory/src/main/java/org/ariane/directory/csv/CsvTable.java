package org.ariane.directory.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.exchange.Finding;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.Place;
import org.ariane.directory.exchange.Raw;
import org.ariane.directory.exchange.SourceText;

/// A table whose first line names its columns. Cells are separated by what separates the names:
/// comma, semicolon or tab.
///
/// @param columns their names in lower case
/// @param rows each with its line; empty cells are absent
public record CsvTable(String file, List<String> columns, List<Raw.Entry> rows) {
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_ROWS = 500_000;
  private static final int LONGEST_NAME = 100;

  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// Rows that do not fit the columns are left out with a finding; without columns, or with a quote
  /// that never ends, nothing can be read.
  public static Optional<CsvTable> read(SourceText source, Findings findings) {
    CsvCells cells = new CsvCells(source);
    Optional<CsvCells.Row> header = cells.next();
    if (header.isEmpty()) {
      return unreadable(source, cells.broken(), "the table is empty", findings);
    }
    List<String> columns =
        header.get().cells().stream().map(each -> each.strip().toLowerCase(Locale.ROOT)).toList();
    if (columns.size() > MOST_COLUMNS
        || columns.stream().anyMatch(each -> each.length() > LONGEST_NAME)) {
      return unreadable(source, 1, "the first line does not name columns", findings);
    }
    Set<String> seen = new HashSet<>();
    if (columns.stream().anyMatch(each -> !each.isEmpty() && !seen.add(each))) {
      return unreadable(source, 1, "a column is named twice", findings);
    }
    List<Raw.Entry> rows = new ArrayList<>();
    for (Optional<CsvCells.Row> row = cells.next(); row.isPresent(); row = cells.next()) {
      if (rows.size() >= MOST_ROWS) {
        return unreadable(source, 1, "more than " + MOST_ROWS + " rows", findings);
      }
      row(source.file(), columns, row.get(), findings).ifPresent(rows::add);
    }
    return cells.broken() > 0
        ? unreadable(source, cells.broken(), "", findings)
        : Optional.of(new CsvTable(source.file(), columns, rows));
  }

  private static Optional<Raw.Entry> row(
      String file, List<String> columns, CsvCells.Row row, Findings findings) {
    Place place = new Place(file, row.line());
    List<String> cells = row.cells();
    if (cells.stream().allMatch(String::isBlank)) {
      return Optional.empty();
    }
    if (cells.size() > columns.size()
        && !cells.subList(columns.size(), cells.size()).stream().allMatch(String::isBlank)) {
      String reason = "the row has %d cells for %d columns".formatted(cells.size(), columns.size());
      findings.add(Finding.Severity.LEFT_OUT, place, "", reason);
      return Optional.empty();
    }
    Map<String, Raw> fields = new LinkedHashMap<>();
    for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
      if (!cells.get(at).isBlank() && !columns.get(at).isEmpty()) {
        fields.put(columns.get(at), new Raw.Text(cells.get(at), place));
      }
    }
    return Optional.of(new Raw.Entry(fields, place));
  }

  /// @param line where a quote or row has no end; 0 where none is broken
  private static Optional<CsvTable> unreadable(
      SourceText source, int line, String reason, Findings findings) {
    String told = reason.isEmpty() ? "a quote, a cell or a row has no end" : reason;
    Place place = new Place(source.file(), Math.max(1, line));
    findings.add(Finding.Severity.UNREADABLE, place, "", told);
    return Optional.empty();
  }
}
