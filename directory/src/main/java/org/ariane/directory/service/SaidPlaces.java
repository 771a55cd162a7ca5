package org.ariane.directory.service;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What services said last of their free places, beside what their records hold. One of these is
/// one moment: it never changes, so that one decision counts on the same words from beginning to
/// end.
public final class SaidPlaces {
  public static final SaidPlaces NOTHING = new SaidPlaces(Map.of());

  private final Map<ServiceId, Places> said;

  private SaidPlaces(Map<ServiceId, Places> said) {
    this.said = Collections.unmodifiableMap(new HashMap<>(said));
  }

  public static SaidPlaces of(Map<ServiceId, Places> said) {
    return new SaidPlaces(said);
  }

  public boolean isEmpty() {
    return said.isEmpty();
  }

  /// Those that ever said anything.
  public Set<ServiceId> services() {
    return said.keySet();
  }

  /// The last word of a service, expired or not; empty where it never said anything.
  public Optional<Places> of(ServiceId service) {
    return Optional.ofNullable(said.get(service));
  }
}
