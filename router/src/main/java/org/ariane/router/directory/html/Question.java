package org.ariane.router.directory.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.search.Wishes;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.ServiceKind;

/// What somebody filled in. What cannot be read is left out.
///
/// @param place as written; see [Where]
record Question(
    String place,
    Optional<Language> language,
    Optional<Audience> audience,
    Optional<ServiceKind> kind,
    Wishes wishes) {
  private static final int LONGEST = 100;

  static final Question NOTHING =
      new Question("", Optional.empty(), Optional.empty(), Optional.empty(), Wishes.NONE);

  /// Reads `application/x-www-form-urlencoded`.
  static Question of(String form) {
    Map<String, String> fields = fields(form);
    return new Question(
        fields.getOrDefault("place", "").strip(),
        filled(fields, "language").flatMap(Language::parse),
        filled(fields, "public").flatMap(Audience::parse),
        filled(fields, "kind").flatMap(ServiceKind::parse),
        new Wishes(
            filled(fields, "opennow").isPresent(),
            false,
            filled(fields, "listener").flatMap(ListenerGender::parse),
            filled(fields, "free").isPresent(),
            filled(fields, "accessible").isPresent()));
  }

  private static Optional<String> filled(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// Fields by name; one that is damaged is left out.
  static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", 20)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.length() <= 4 * LONGEST) {
        try {
          String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
          if (value.length() <= LONGEST) {
            fields.put(pair.substring(0, equals).toLowerCase(Locale.ROOT), value);
          }
        } catch (IllegalArgumentException e) {
          fields.remove(pair.substring(0, equals));
        }
      }
    }
    return fields;
  }
}
