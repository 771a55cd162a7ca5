package org.ariane.router.redlist.csv;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.router.redlist.RedListFacts;
import org.ariane.router.redlist.RedListFacts.Recorded;

/// Earlier cases in one cell: `2025-11-02 weapon-threat | 2026-01-05 assault`. A `|` or `\` of a
/// reason has a `\` before it.
final class IncidentCell {
  static final String EXPECTED = "up to 100 of a day and a reason, as 2025-11-02 assault, with |";
  static final int MOST_TEXT = 45_000;
  private static final int MOST_REASON = 200;
  private static final int DAY = 10;

  private IncidentCell() {}

  static Optional<List<Recorded>> read(String cell) {
    List<Recorded> incidents = new ArrayList<>();
    for (String part : cell.isBlank() ? List.<String>of() : parts(cell)) {
      String told = part.strip();
      if (told.length() < DAY + 2 || !Character.isWhitespace(told.charAt(DAY))) {
        return Optional.empty();
      }
      String reason = told.substring(DAY).strip();
      if (reason.length() > MOST_REASON || incidents.size() == RedListFacts.MOST_INCIDENTS) {
        return Optional.empty();
      }
      try {
        incidents.add(new Recorded(LocalDate.parse(told.substring(0, DAY)), reason));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    return Optional.of(incidents);
  }

  private static List<String> parts(String cell) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\' && i + 1 < cell.length()) {
        i++;
        part.append(cell.charAt(i));
      } else if (c == '|') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  static String write(List<Recorded> incidents) {
    return incidents.stream()
        .map(one -> one.date() + " " + one.reasonCode().replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining(" | "));
  }
}
