package org.ariane.directory.service;

import java.util.Optional;
import java.util.Set;

/// What a person wants to know before she goes there. Nothing of it excludes anybody where it is
/// unknown.
///
/// @param description plain text of at most 10,000 characters
/// @param accessibility how the door is reached by people who walk, see or hear badly
/// @param listeners of which gender somebody is there to listen; empty where nobody said
/// @param places free tonight, as the service said itself
public record Particulars(
    Optional<String> description,
    Cost cost,
    Optional<String> accessibility,
    Set<ListenerGender> listeners,
    Optional<Places> places) {
  public static final int LONGEST_DESCRIPTION = 10_000;
  public static final Particulars UNKNOWN =
      new Particulars(Optional.empty(), Cost.UNKNOWN, Optional.empty(), Set.of(), Optional.empty());
  private static final int LONGEST_ACCESSIBILITY = 2_000;

  public Particulars {
    listeners = Set.copyOf(listeners);
    description.ifPresent(text -> PlainText.check(text, LONGEST_DESCRIPTION));
    accessibility.ifPresent(text -> PlainText.check(text, LONGEST_ACCESSIBILITY));
  }
}
