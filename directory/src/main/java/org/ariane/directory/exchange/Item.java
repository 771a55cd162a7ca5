package org.ariane.directory.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.ariane.directory.service.PlainText;

/// One record of a source, read key by key. A value that is absent, null or blank is unknown; one
/// that cannot be used is dropped with a finding, and what nobody asked for is told as not held.
/// Not safe for several threads.
public final class Item {
  private static final int LONGEST_CODE = 200;
  private static final int MOST_CHILDREN = 2_000;

  private final Raw.Entry entry;
  private final String pointer;
  private final Findings findings;
  private final Set<String> asked = new HashSet<>();

  public Item(Raw.Entry entry, String pointer, Findings findings) {
    this.entry = entry;
    this.pointer = pointer;
    this.findings = findings;
  }

  /// Every entry of a list; what is none is dropped.
  public static List<Item> each(Raw list, String pointer, int most, Findings findings) {
    List<Item> items = new ArrayList<>();
    List<Raw> raws = list instanceof Raw.Items many ? many.items() : List.of(list);
    for (int at = 0; at < raws.size(); at++) {
      Raw raw = raws.get(at);
      String here = list instanceof Raw.Items ? pointer + "/" + at : pointer;
      if (at >= most) {
        findings.add(
            Finding.Severity.DROPPED, raw.place(), here, "more than " + most + " in one list");
        break;
      }
      if (raw instanceof Raw.Entry found) {
        items.add(new Item(found, here, findings));
      } else {
        findings.add(
            Finding.Severity.DROPPED, raw.place(), here, "keys with values are expected here");
      }
    }
    return items;
  }

  public Place place() {
    return entry.place();
  }

  public boolean has(String key) {
    Raw raw = entry.fields().get(key);
    return raw != null && !(raw instanceof Raw.Nothing) && !blank(raw);
  }

  private static boolean blank(Raw raw) {
    return switch (raw) {
      case Raw.Text text -> text.text().isBlank();
      case Raw.Items items -> items.items().isEmpty();
      case Raw.Entry fields -> fields.fields().isEmpty();
      case Raw.Nothing _ -> true;
      case Raw.Digits _, Raw.Flag _ -> false;
    };
  }

  private Optional<Raw> raw(String key) {
    asked.add(key);
    return has(key) ? Optional.ofNullable(entry.fields().get(key)) : Optional.empty();
  }

  /// As it was written, without surrounding blanks; of a number its digits.
  public Optional<String> code(String key) {
    return raw(key)
        .flatMap(raw -> {
          Optional<String> text =
              switch (raw) {
                case Raw.Text(String written, Place _) -> Optional.of(written.strip());
                case Raw.Digits(String literal, Place _) -> Optional.of(literal);
                case Raw.Flag(boolean flag, Place _) -> Optional.of(String.valueOf(flag));
                case Raw.Entry _, Raw.Items _, Raw.Nothing _ -> Optional.empty();
              };
          if (text.isEmpty()) {
            drop(key, "a single value is expected here");
          } else if (text.get().length() > LONGEST_CODE || unprintable(text.get())) {
            drop(key, "longer than " + LONGEST_CODE + " characters, or with control characters");
            return Optional.empty();
          }
          return text;
        });
  }

  private static boolean unprintable(String text) {
    return text.codePoints()
        .anyMatch(point ->
            Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
  }

  /// Plain text, whatever markup it came in.
  public Optional<String> text(String key, int longest) {
    Optional<Raw> raw = raw(key);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    if (!(raw.get() instanceof Raw.Text(String written, Place _))) {
      return code(key);
    }
    String plain = PlainTexts.plain(written);
    if (!squeezed(plain).equals(squeezed(written))) {
      repaired(key, "markup, entities or a wrong encoding were made plain text");
    }
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    try {
      PlainText.check(plain, longest);
      return Optional.of(plain);
    } catch (IllegalArgumentException e) {
      drop(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static String squeezed(String text) {
    StringBuilder squeezed = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !Character.isWhitespace(point) && !Character.isSpaceChar(point))
        .forEach(squeezed::appendCodePoint);
    return squeezed.toString();
  }

  public OptionalDouble number(String key) {
    Optional<String> written = code(key);
    if (written.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(written.get().replace(',', '.'));
      if (Double.isFinite(number)) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException e) {
      // told below, as what is not finite
    }
    drop(key, "a number is expected here");
    return OptionalDouble.empty();
  }

  /// A day as 2026-11-24, or the day of a moment as 2026-11-24T18:00:00Z.
  public Optional<LocalDate> day(String key) {
    return code(key)
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
          } catch (DateTimeException e) {
            drop(key, "a day is written as 2026-11-24");
            return Optional.empty();
          }
        });
  }

  /// Its children, one or many.
  public List<Item> items(String key) {
    return raw(key)
        .map(raw -> each(raw, pointer + "/" + key, MOST_CHILDREN, findings))
        .orElse(List.of());
  }

  public Optional<Item> item(String key) {
    return items(key).stream().findFirst();
  }

  /// A list of codes; in a table they stand in one cell, separated by `,`, `;` or `|`, or as JSON.
  public List<String> codes(String key) {
    Optional<Raw> raw = raw(key);
    if (raw.isPresent() && raw.get() instanceof Raw.Items(List<Raw> items, Place _)) {
      List<String> codes = new ArrayList<>();
      for (Raw each : items.subList(0, Math.min(items.size(), MOST_CHILDREN))) {
        if (each instanceof Raw.Text(String text, Place _) && text.length() <= LONGEST_CODE) {
          codes.add(text.strip());
        } else {
          drop(key, "a list of words is expected here");
        }
      }
      return List.copyOf(codes);
    }
    return code(key).stream()
        .flatMap(text -> List.of(text.replaceAll("[\\[\\]\"{}]", "").split("[,;|]", -1)).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  public void drop(String key, String reason) {
    add(Finding.Severity.DROPPED, key, reason);
  }

  public void repaired(String key, String reason) {
    add(Finding.Severity.REPAIRED, key, reason);
  }

  public void assumed(String key, String reason) {
    add(Finding.Severity.ASSUMED, key, reason);
  }

  /// The whole record cannot be used.
  public void leaveOut(String reason) {
    findings.add(Finding.Severity.LEFT_OUT, entry.place(), pointer, reason);
  }

  /// What is read of the record; empty, with a finding, where a value that we hold cannot be so.
  public <T> Optional<T> orLeftOut(Supplier<Optional<T>> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      leaveOut(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void add(Finding.Severity severity, String key, String reason) {
    Raw raw = entry.fields().get(key);
    Place place = raw == null ? entry.place() : raw.place();
    findings.add(severity, place, key.isEmpty() ? pointer : pointer + "/" + key, reason);
  }

  /// As [#leaveOut(String)], for what stands on another line than the record begins.
  public void leaveOut(Place place, String reason) {
    findings.add(Finding.Severity.LEFT_OUT, place, pointer, reason);
  }

  /// A child as it was written.
  public Optional<Raw.Entry> entry(String key) {
    return raw(key).filter(Raw.Entry.class::isInstance).map(Raw.Entry.class::cast);
  }

  /// Keys that are known and deliberately not read, so that they are no loss.
  public void ignore(String... keys) {
    asked.addAll(List.of(keys));
  }

  /// Tells what nobody asked for, by the name of the kind of record and the key.
  public void tellUnread(String kind) {
    for (String key : entry.fields().keySet()) {
      if (!asked.contains(key) && has(key)) {
        findings.notHeld(kind + "." + (key.length() > 60 ? key.substring(0, 60) + "…" : key));
      }
    }
  }
}
