package org.ariane.directory.exchange;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.schedule.OpeningHours;
import org.locationtech.jts.geom.Geometry;

/// Fields of records as texts, by their components, so that a field that is added to a record is
/// compared without anybody thinking of it. Components are public data of a directory, also those
/// that mask themselves in logs.
final class FieldTexts {
  private FieldTexts() {}

  /// The component `name`; empty where there is none.
  static String name(Record entry) {
    return String.join(" ", fields(entry).getOrDefault("name", List.of()));
  }

  static Map<String, FieldChange> changes(Record before, Record after) {
    Map<String, List<String>> old = fields(before);
    Map<String, List<String>> now = fields(after);
    Map<String, FieldChange> changes = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(old.keySet());
    now.keySet().stream().filter(name -> !old.containsKey(name)).forEach(names::add);
    for (String name : names) {
      List<String> was = old.getOrDefault(name, List.of());
      List<String> is = now.getOrDefault(name, List.of());
      List<String> removed = without(was, is);
      List<String> added = without(is, was);
      if (!removed.isEmpty() || !added.isEmpty()) {
        changes.put(name, new FieldChange(removed, added));
      } else if (!was.equals(is)) {
        changes.put(name, new FieldChange(was, is));
      }
    }
    return changes;
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(each -> !others.contains(each)).toList();
  }

  private static Map<String, List<String>> fields(Record entry) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    put("", entry, fields);
    return fields;
  }

  private static void put(String name, Object value, Map<String, List<String>> fields) {
    switch (value) {
      case Optional<?> optional -> optional.ifPresent(each -> put(name, each, fields));
      case Collection<?> many -> fields.put(name, texts(many));
      case Record several when several.getClass().getRecordComponents().length > 1 -> {
        for (RecordComponent component : several.getClass().getRecordComponents()) {
          String path = name.isEmpty() ? component.getName() : name + "." + component.getName();
          put(path, read(component, several), fields);
        }
      }
      default -> fields.put(name, List.of(text(value)));
    }
  }

  /// The order of sets is that of their texts; of lists it is kept.
  private static List<String> texts(Collection<?> many) {
    List<String> texts = new ArrayList<>(many.stream().map(FieldTexts::text).toList());
    if (!(many instanceof List)) {
      texts.sort(null);
    }
    return texts;
  }

  private static String text(Object value) {
    return switch (value) {
      case OpeningHours hours -> hours.text();
      case Geometry area ->
          "outline of %d points, %08x".formatted(area.getNumPoints(), area.toText().hashCode());
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case Optional<?> optional -> optional.map(FieldTexts::text).orElse("");
      case Collection<?> many -> String.join(" ", texts(many));
      case Record entry -> {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : entry.getClass().getRecordComponents()) {
          String part = text(read(component, entry));
          if (!part.isEmpty()) {
            parts.add(part);
          }
        }
        yield parts.isEmpty() ? entry.getClass().getSimpleName() : String.join(" ", parts);
      }
      default -> String.valueOf(value);
    };
  }

  private static Object read(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("records of a directory are public", e);
    }
  }
}
