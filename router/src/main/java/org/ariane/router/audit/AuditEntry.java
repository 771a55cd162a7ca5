package org.ariane.router.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;

/// One thing that somebody did or saw.
///
/// @param at to the millisecond
/// @param role empty for Ariane itself
/// @param action as `red-list.added`: lower-case words, dots and hyphens
/// @param about ids of what it is about, separated by spaces; never a number, a place or a name;
///   may be empty
/// @param reason what the person gave as a reason, at most 500 characters
public record AuditEntry(
    Instant at,
    PrincipalId by,
    Optional<Role> role,
    String action,
    String about,
    Optional<String> reason) {
  public static final int MOST_REASON = 500;
  private static final int MOST_ABOUT = 500;
  private static final Pattern ACTION = Pattern.compile("[a-z][a-z.-]{0,59}");

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException("not an action");
    }
    if (about.length() > MOST_ABOUT || reason.map(String::length).orElse(0) > MOST_REASON) {
      throw new IllegalArgumentException("an audit entry is short");
    }
  }

  public static AuditEntry of(Principal who, Instant at, String action, String about) {
    return new AuditEntry(at, who.id(), Optional.of(who.role()), action, about, Optional.empty());
  }

  /// The same with the reason that the person gave, cut where it is too long.
  public AuditEntry because(String given) {
    String cut = given.length() > MOST_REASON ? given.substring(0, MOST_REASON) : given;
    return new AuditEntry(at, by, role, action, about, Optional.of(cut));
  }

  public boolean isAbout(String id) {
    for (String word : about.split(" ", -1)) {
      if (word.equals(id)) {
        return true;
      }
    }
    return false;
  }
}
