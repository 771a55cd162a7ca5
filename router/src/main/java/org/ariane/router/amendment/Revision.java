package org.ariane.router.amendment;

import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// One change of one service. Never changed itself: undoing is another revision.
///
/// @param number 1 for the first of all, one more for each
/// @param content what holds from then on
/// @param before what held until then
/// @param folder the folder's own entry at that time, so that its later changes are noticed; empty
///   where it had none
/// @param reason in the words of who made it, 1 to 300 characters
public record Revision(
    long number,
    Instant at,
    PrincipalId by,
    ServiceId service,
    Content content,
    Content before,
    Optional<String> folder,
    String reason) {
  public static final int LONGEST_REASON = 300;

  public Revision {
    if (reason.isBlank()
        || reason.length() > LONGEST_REASON
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a reason has 1 to " + LONGEST_REASON + " characters on one line");
    }
  }

  /// The same under its number.
  public Revision numbered(long given) {
    return new Revision(given, at, by, service, content, before, folder, reason);
  }
}
