package org.ariane.directory.yaml;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.schedule.Closure;

/// `closures: [{from: 2026-12-24, until: 2027-01-02, reason: holidays}]` of a service: closed on
/// all its channels.
final class ClosuresReader {
  private static final int MOST = 20;

  private ClosuresReader() {}

  static List<Closure> read(Fields fields) {
    List<Closure> closures = fields.list("closures", ClosuresReader::closure);
    if (closures.size() > MOST) {
      fields.optional("closures").ifPresent(each -> each.refuse("more than " + MOST + " closures"));
      return List.of();
    }
    return closures;
  }

  private static Optional<Closure> closure(Value value) {
    return value
        .fields("from", "until", "reason")
        .flatMap(fields -> {
          Optional<LocalDate> from = fields.required("from").flatMap(Values::day);
          Optional<LocalDate> until = fields.required("until").flatMap(Values::day);
          Optional<String> reason = fields.optional("reason").flatMap(Value::text);
          if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
          }
          try {
            return Optional.of(new Closure(from.get(), until.get(), reason));
          } catch (IllegalArgumentException e) {
            value.refuse(String.valueOf(e.getMessage()));
            return Optional.empty();
          }
        });
  }
}
