package org.ariane.directory.yaml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.PlainText;
import org.ariane.directory.service.Provenance;

/// `description`, `cost`, `accessibility`, `listeners`, `places` and `source` of a service.
final class ParticularsReader {
  private static final int LONGEST_ACCESSIBILITY = 2_000;

  private ParticularsReader() {}

  static Particulars read(Fields fields) {
    return new Particulars(
        plain(fields, "description", Particulars.LONGEST_DESCRIPTION),
        fields.optional("cost").flatMap(ParticularsReader::cost).orElse(Cost.UNKNOWN),
        plain(fields, "accessibility", LONGEST_ACCESSIBILITY),
        Set.copyOf(fields.list("listeners", ParticularsReader::gender)),
        fields.optional("places").flatMap(ParticularsReader::places));
  }

  private static Optional<String> plain(Fields fields, String key, int most) {
    return fields
        .optional(key)
        .flatMap(value ->
            value.as(
                most,
                text -> {
                  PlainText.check(text, most);
                  return text;
                }));
  }

  /// `free`, `paid`, or `{charge: paid, terms: 10 € a year}`.
  private static Optional<Cost> cost(Value value) {
    if (!value.isMapping()) {
      return charge(value).map(charge -> new Cost(charge, Optional.empty()));
    }
    return value
        .fields("charge", "terms")
        .flatMap(fields -> {
          Cost.Charge charge =
              fields
                  .optional("charge")
                  .flatMap(ParticularsReader::charge)
                  .orElse(Cost.Charge.UNKNOWN);
          return fields
              .required("terms")
              .flatMap(each -> each.as(terms -> new Cost(charge, Optional.of(terms))));
        });
  }

  private static Optional<Cost.Charge> charge(Value value) {
    return value.as(text ->
        Cost.Charge.parse(text)
            .orElseThrow(() -> new IllegalArgumentException("a charge is free, paid or unknown")));
  }

  private static Optional<ListenerGender> gender(Value value) {
    return value.as(text ->
        ListenerGender.parse(text)
            .orElseThrow(() -> new IllegalArgumentException("a listener is a woman or a man")));
  }

  /// `{free: 2, confirmed-at: 2026-11-24T18:00:00+01:00, expires: 2026-11-25T10:00:00+01:00}`, or
  /// `free: ask` where one must ask.
  private static Optional<Places> places(Value value) {
    return value
        .fields("free", "confirmed-at", "expires")
        .flatMap(fields -> {
          Optional<Instant> confirmed =
              fields.required("confirmed-at").flatMap(ParticularsReader::instant);
          Optional<Instant> expires =
              fields.required("expires").flatMap(ParticularsReader::instant);
          Optional<Value> free = fields.required("free");
          return confirmed.flatMap(from ->
              expires.flatMap(until ->
                  free.flatMap(each -> each.as(text -> new Places(count(text), from, until)))));
        });
  }

  private static OptionalInt count(String text) {
    try {
      return text.equals("ask") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a whole number of places, or ask, is expected here", e);
    }
  }

  private static Optional<Instant> instant(Value value) {
    return value.as(text -> {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("a moment is written as 2026-11-24T18:00:00+01:00", e);
      }
    });
  }

  /// `{name: dora, id: "dora--42", date: 2026-10-01, licence: etalab-2.0, url: "https://…"}`.
  static Optional<Provenance> source(Value value) {
    return value
        .fields("name", "id", "date", "licence", "url")
        .flatMap(fields -> {
          Optional<String> id = fields.optional("id").flatMap(Value::text);
          Optional<LocalDate> date = fields.optional("date").flatMap(Values::day);
          Optional<String> licence = fields.optional("licence").flatMap(Value::text);
          Optional<String> url = fields.optional("url").flatMap(Value::text);
          return fields
              .required("name")
              .flatMap(each -> each.as(name -> new Provenance(name, id, date, licence, url)));
        });
  }
}
