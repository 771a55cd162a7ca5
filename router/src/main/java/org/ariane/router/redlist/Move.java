package org.ariane.router.redlist;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// She or he moved.
///
/// @param id of the entry that the new place becomes
/// @param to a place or an address
public record Move(Who who, RedListEntryId id, RedListSubject to, LocalDate since) {
  public Move {
    if (to instanceof RedListSubject.OfPhone) {
      throw new IllegalArgumentException("nobody moves to a number");
    }
  }

  /// Who moved. The wire name is the constant in lower case.
  public enum Who {
    HER,
    HIM;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Who> parse(String text) {
      for (Who who : values()) {
        if (who.wireName().equals(text)) {
          return Optional.of(who);
        }
      }
      return Optional.empty();
    }
  }
}
