package org.ariane.router.vacancy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// Last words and links, durable and shared by all servers. Every call may throw
/// [org.ariane.router.dispatch.LogUnavailableException]; then it is not known whether it was done,
/// and repeating it is harmless.
public interface VacancyStore {
  /// Keeps it in place of the word before; durable when it returns. Empty where it was said by a
  /// link that is not in force any more: then nothing changed.
  ///
  /// @return the revision, greater than that of every word before
  OptionalLong put(Vacancy vacancy);

  /// What was said after a revision, in order, some at a time.
  News news(long after);

  Optional<PlacesLink> link(ServiceId service);

  /// All links, revoked ones too.
  Map<ServiceId, PlacesLink> links();

  /// A link of a new generation, in place of the one before; durable when it returns.
  PlacesLink makeLink(ServiceId service, Instant at, Instant until, PrincipalId by);

  /// Ends the link; durable when it returns. False where there was none in force.
  boolean revokeLink(ServiceId service, Instant at, PrincipalId by);

  /// Some words.
  ///
  /// @param upTo the revision of the last that was looked at, readable or not
  /// @param anew whether what was known before counts no more, since the store is another one
  /// @param more whether there are more behind these
  record News(List<Told> words, long upTo, boolean anew, boolean more) {
    public News {
      words = List.copyOf(words);
    }
  }

  /// A word as it is stored.
  record Told(Vacancy vacancy, long revision) {}
}
