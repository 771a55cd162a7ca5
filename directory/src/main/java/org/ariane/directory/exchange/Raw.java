package org.ariane.directory.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value as it was written, of JSON or of a table, with its place.
public sealed interface Raw {
  Place place();

  /// Keys with values.
  ///
  /// @param fields in the order of the file
  record Entry(Map<String, Raw> fields, Place place) implements Raw {
    public Entry {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  record Items(List<Raw> items, Place place) implements Raw {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Text(String text, Place place) implements Raw {}

  /// A number of a file.
  ///
  /// @param literal as written, since `01000` and `1E3` are no numbers of people
  record Digits(String literal, Place place) implements Raw {}

  record Flag(boolean flag, Place place) implements Raw {}

  record Nothing(Place place) implements Raw {}
}
