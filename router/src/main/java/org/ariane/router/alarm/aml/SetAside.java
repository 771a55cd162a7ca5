package org.ariane.router.alarm.aml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Collects the parts of one message that could not be used, and says what is worth saying.
final class SetAside {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,16}");
  private static final int MOST_NAMED = 32;
  private static final int MOST_NOTE = 500;

  private final Set<String> degraded = new LinkedHashSet<>();
  private final List<String> kept = new ArrayList<>();

  /// The part is named, and nothing of it kept.
  void named(String name) {
    String pointer = NAME.matcher(name).matches() ? "/aml/" + name : "/aml";
    if (degraded.size() < MOST_NAMED) {
      degraded.add(pointer);
    }
  }

  /// The part is named and kept.
  <T> Optional<T> part(String name, String value) {
    named(name);
    kept.add(name.isEmpty() ? value : name + "=" + value);
    return Optional.empty();
  }

  Optional<String> note(
      Optional<String> confidence, Optional<String> country, Optional<String> network) {
    List<String> says = new ArrayList<>();
    confidence.ifPresent(percent -> says.add("confidence " + percent + " %"));
    if (country.isPresent() || network.isPresent()) {
      says.add("network " + country.orElse("?") + "-" + network.orElse("?"));
    }
    if (!kept.isEmpty()) {
      says.add("not understood: " + Identities.removed(String.join("; ", kept)));
    }
    if (says.isEmpty()) {
      return Optional.empty();
    }
    String note = "AML: " + String.join(", ", says);
    if (note.length() <= MOST_NOTE) {
      return Optional.of(note);
    }
    int end = Character.isHighSurrogate(note.charAt(MOST_NOTE - 1)) ? MOST_NOTE - 1 : MOST_NOTE;
    return Optional.of(note.substring(0, end));
  }

  List<String> degraded() {
    return List.copyOf(degraded);
  }
}
