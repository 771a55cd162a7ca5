package org.ariane.directory.search;

import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Language;

/// What is known of the person who looks for help. Whatever is absent excludes nobody.
///
/// @param need a URN, matched by itself or any parent (RFC 5031 section 4.2)
/// @param channel `phone`, `desk` or `web`
public record ServiceQuery(
    Optional<Position> position,
    Optional<Postcode> postcode,
    Optional<Language> language,
    Optional<String> need,
    Set<Audience> audiences,
    Optional<String> channel) {
  public static final ServiceQuery ANYBODY =
      new ServiceQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Optional.empty());

  public ServiceQuery {
    audiences = Set.copyOf(audiences);
  }
}
