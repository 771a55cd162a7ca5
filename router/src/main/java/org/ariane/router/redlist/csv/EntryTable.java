package org.ariane.router.redlist.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListLine;

/// Entries as a table: a header with the names of columns in any order, then a row for each entry.
public final class EntryTable {
  public static final int MOST_LINES = 2_000;
  public static final int MOST_FAULTS = 100;

  static final List<String> COLUMNS =
      List.of(
          "id",
          "zone",
          "kind",
          "phone",
          "lat",
          "lon",
          "radiusM",
          "address",
          "postcode",
          "city",
          "country",
          "seriousness",
          "reasonCode",
          "incidents",
          "legalBasis",
          "reviewBy");
  private static final Set<String> NEEDED =
      Set.of("zone", "kind", "seriousness", "reasonCode", "legalBasis", "reviewBy");

  private EntryTable() {}

  /// What a file says, or all that is wrong with it, up to a hundred lines.
  public sealed interface Read {
    record Lines(List<RedListLine> lines) implements Read {
      public Lines {
        lines = List.copyOf(lines);
      }
    }

    record Wrong(List<RedListLine.Fault> faults) implements Read {
      public Wrong {
        faults = List.copyOf(faults);
      }
    }
  }

  public static Read read(byte[] bytes) {
    return switch (Csv.read(bytes)) {
      case Csv.Read.Broken(RedListLine.Fault fault) -> new Read.Wrong(List.of(fault));
      case Csv.Read.Table(List<Csv.Row> rows) -> lines(rows);
    };
  }

  private static Read lines(List<Csv.Row> rows) {
    if (rows.isEmpty()) {
      return wrong(1, "there is no line with the names of columns");
    }
    List<String> header = rows.getFirst().cells().stream().map(String::strip).toList();
    List<RedListLine.Fault> faults = new ArrayList<>(header(rows.getFirst().line(), header));
    if (!faults.isEmpty()) {
      return new Read.Wrong(faults);
    }
    if (rows.size() - 1 > MOST_LINES) {
      return wrong(rows.get(MOST_LINES + 1).line(), "a file has 2,000 lines at most");
    }
    List<RedListLine> lines = new ArrayList<>();
    for (Csv.Row row : rows.subList(1, rows.size())) {
      if (row.cells().size() != header.size()) {
        faults.add(new RedListLine.Fault(row.line(), "has not as many cells as the first line"));
      } else {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
          cells.put(header.get(i), row.cells().get(i).strip());
        }
        switch (EntryLine.read(row.line(), cells)) {
          case EntryLine.Read.Good(RedListLine line) -> lines.add(line);
          case EntryLine.Read.Bad(RedListLine.Fault fault) -> faults.add(fault);
        }
      }
      if (faults.size() == MOST_FAULTS) {
        break;
      }
    }
    return faults.isEmpty() ? new Read.Lines(lines) : new Read.Wrong(faults);
  }

  private static List<RedListLine.Fault> header(int line, List<String> header) {
    List<RedListLine.Fault> faults = new ArrayList<>();
    if (!COLUMNS.containsAll(header)) {
      faults.add(
          new RedListLine.Fault(
              line, "has a column that is none of " + String.join(", ", COLUMNS)));
    }
    if (Set.copyOf(header).size() < header.size()) {
      faults.add(new RedListLine.Fault(line, "has a column twice"));
    }
    String missing =
        COLUMNS.stream()
            .filter(NEEDED::contains)
            .filter(name -> !header.contains(name))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      faults.add(new RedListLine.Fault(line, "has no column " + missing));
    }
    return faults;
  }

  private static Read wrong(int line, String what) {
    return new Read.Wrong(List.of(new RedListLine.Fault(line, what)));
  }

  /// The same entries as a file that [#read] reads.
  public static String write(List<RedListEntry> entries) {
    StringBuilder text = new StringBuilder(Csv.write(COLUMNS));
    entries.forEach(entry -> {
      Map<String, String> cells = EntryLine.write(entry);
      text.append(Csv.write(COLUMNS.stream().map(name -> cells.getOrDefault(name, "")).toList()));
    });
    return text.toString();
  }
}
