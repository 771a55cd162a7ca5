package org.ariane.router.contact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What she told before a human came, beyond language and place.
///
/// @param forWhom empty where she was not asked or did not say
/// @param safeNow what she answered to the question whether somebody is in danger now: `false` is
///   danger; empty where she was not asked or did not say, which never counts as safe
/// @param answers further answers by key, in the order of the questions; names are the flow's own
public record Told(
    Optional<ForWhom> forWhom, Optional<Boolean> safeNow, Map<String, String> answers) {
  public static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Map.of());

  public Told {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /// Whether she said that somebody is in danger now.
  public boolean saysUnsafe() {
    return safeNow.filter(safe -> !safe).isPresent();
  }

  /// What was told later counts; what was not told again stays.
  public Told then(Told later) {
    Map<String, String> all = new LinkedHashMap<>(answers);
    all.putAll(later.answers);
    return new Told(later.forWhom.or(() -> forWhom), later.safeNow.or(() -> safeNow), all);
  }
}
