package org.ariane.directory.search;

import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceKind;

/// What is known of the person who looks for help. Whatever is absent excludes nobody. Of position,
/// commune and postcode the first that tells a zone counts.
///
/// @param need a URN, matched by itself or any parent (RFC 5031 section 4.2)
/// @param channel `phone`, `desk` or `web`
/// @param kinds those she would have; empty means any
public record ServiceQuery(
    Optional<Position> position,
    Optional<CommuneCode> commune,
    Optional<Postcode> postcode,
    Optional<Language> language,
    Optional<String> need,
    Set<Audience> audiences,
    Optional<String> channel,
    Set<ServiceKind> kinds,
    Wishes wishes) {
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
    kinds = Set.copyOf(kinds);
  }

  /// Without a commune, of any kind, without wishes.
  public ServiceQuery(
      Optional<Position> position,
      Optional<Postcode> postcode,
      Optional<Language> language,
      Optional<String> need,
      Set<Audience> audiences,
      Optional<String> channel) {
    this(
        position,
        Optional.empty(),
        postcode,
        language,
        need,
        audiences,
        channel,
        Set.of(),
        Wishes.NONE);
  }

  /// The same person in this commune.
  public ServiceQuery in(CommuneCode of) {
    return new ServiceQuery(
        position, Optional.of(of), postcode, language, need, audiences, channel, kinds, wishes);
  }

  /// The same person who would have one of these kinds.
  public ServiceQuery of(Set<ServiceKind> wanted) {
    return new ServiceQuery(
        position, commune, postcode, language, need, audiences, channel, wanted, wishes);
  }

  /// The same person who insists on these.
  public ServiceQuery wishing(Wishes other) {
    return new ServiceQuery(
        position, commune, postcode, language, need, audiences, channel, kinds, other);
  }
}
