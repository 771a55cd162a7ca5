package org.ariane.router.alarm.aml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Fix;

/// One message, as `A"ML=1;lt=+48.80650;lg=+2.43800;rd=18;top=20261121214107;lc=90;pm=G;…`:
/// latitude, longitude, radius in metres, time of positioning (UTC), level of confidence in per
/// cent, method (G satellite, W Wi-Fi, C cell, N none, U unknown), IMSI and IMEI (never kept),
/// country and network code, length. The first of two equal names counts; a part that cannot be
/// used is kept in the note.
public final class AmlText {
  private static final Pattern HEAD =
      Pattern.compile("A\\s*\"\\s*ML\\s*=", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,7}([.,]\\d{1,12})?");
  private static final Pattern CODE = Pattern.compile("\\d{2,3}");
  private static final DateTimeFormatter TOP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Duration PLAUSIBLE = Duration.ofDays(366);
  private static final List<String> VERSIONS = List.of("1", "2");
  private static final List<String> IDENTITIES = List.of("si", "ei");
  private static final double MOST_METRES = 1_000_000;
  private static final int MOST_PARTS = 48;

  private final Instant now;
  private final SetAside aside = new SetAside();
  private final Map<String, String> parts = new LinkedHashMap<>();

  private AmlText(Instant now) {
    this.now = now;
  }

  /// Never throws.
  ///
  /// @param now what lies more than a year from it is no time of positioning
  public static AmlReading read(String text, Instant now) {
    Matcher head = HEAD.matcher(text);
    return head.find()
        ? new AmlText(now).message(text.substring(head.start()).strip(), head.end() - head.start())
        : new AmlReading.Other(Identities.removed(text));
  }

  private AmlReading message(String text, int head) {
    String[] all = text.substring(Math.min(head, text.length())).split(";", MOST_PARTS);
    if (!VERSIONS.contains(all[0].strip())) {
      aside.part("ML", all[0]);
    }
    Arrays.stream(all).skip(1).forEach(this::part);
    IDENTITIES.stream().filter(parts::containsKey).forEach(this::dropped);
    parts.keySet().removeAll(IDENTITIES);
    Optional<Instant> at = take("top").flatMap(this::time);
    Optional<Fix> fix = fix(at);
    Optional<String> confidence = number("lc", 0, 100).map(AmlText::plain);
    Optional<String> country = code("mcc");
    Optional<String> network = code("mnc");
    number("ml", 0, 1_000)
        .filter(length -> length != text.length())
        .ifPresent(length -> aside.named("ml"));
    parts.forEach(aside::part);
    return new AmlReading.Message(
        fix, aside.note(confidence, country, network), at.isPresent(), aside.degraded());
  }

  private void part(String part) {
    String clean = part.strip();
    int equals = clean.indexOf('=');
    String name = equals < 1 ? "" : clean.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    String value = clean.substring(equals + 1).strip();
    if (clean.isEmpty()) {
      return;
    }
    if (IDENTITIES.contains(name)) {
      dropped(name);
    } else if (name.isEmpty() || parts.putIfAbsent(name, value) != null) {
      aside.part(name, value);
    }
  }

  private void dropped(String identity) {
    aside.named(identity);
  }

  private Optional<Fix> fix(Optional<Instant> at) {
    Optional<String> told = take("pm");
    boolean none = told.filter("N"::equalsIgnoreCase).isPresent();
    Optional<String> method = told.flatMap(this::method);
    Optional<Double> lat = coordinate("lt", 90);
    Optional<Double> lon = coordinate("lg", 180);
    OptionalDouble radius = radius(none);
    boolean nowhere = lat.filter(d -> d == 0).isPresent() && lon.filter(d -> d == 0).isPresent();
    if (none || nowhere) {
      aside.named("lt");
      return Optional.empty();
    }
    return lat.isEmpty() || lon.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix(new Position(lat.get(), lon.get()), radius, method, at));
  }

  private Optional<Double> coordinate(String name, double most) {
    if (!parts.containsKey(name)) {
      aside.named(name);
    }
    return number(name, -most, most);
  }

  /// Nobody measured a radius where there is no position: some phones say N or -1 then.
  private OptionalDouble radius(boolean none) {
    if (none) {
      take("rd");
      return OptionalDouble.empty();
    }
    return number("rd", 0, MOST_METRES).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private Optional<String> method(String letter) {
    return switch (letter.toUpperCase(Locale.ROOT)) {
      case "G" -> Optional.of("gps");
      case "W" -> Optional.of("wifi");
      case "C" -> Optional.of("cell");
      case "N", "U" -> Optional.empty();
      default -> aside.part("pm", letter);
    };
  }

  private Optional<Instant> time(String digits) {
    try {
      Instant at = LocalDateTime.parse(digits, TOP).toInstant(ZoneOffset.UTC);
      return Duration.between(at, now).abs().compareTo(PLAUSIBLE) > 0
          ? aside.part("top", digits)
          : Optional.of(at);
    } catch (DateTimeException e) {
      return aside.part("top", digits);
    }
  }

  /// One with a comma is used, and named.
  private Optional<Double> number(String name, double from, double to) {
    Optional<String> told = take(name);
    if (told.isEmpty()) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(told.get()).matches()) {
      return aside.part(name, told.get());
    }
    if (told.get().indexOf(',') >= 0) {
      aside.named(name);
    }
    double value = Double.parseDouble(told.get().replace(',', '.'));
    return value >= from && value <= to ? Optional.of(value) : aside.part(name, told.get());
  }

  private Optional<String> code(String name) {
    return take(name)
        .flatMap(told -> CODE.matcher(told).matches() ? Optional.of(told) : aside.part(name, told));
  }

  private Optional<String> take(String name) {
    return Optional.ofNullable(parts.remove(name));
  }

  private static String plain(double value) {
    return Long.toString(Math.round(value));
  }
}
