package org.ariane.router.redlist;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What a match says: how serious, why, and by what it matched. No raw value.
///
/// @param seriousness 1 to 5
public record RedListMark(Kind kind, int seriousness, String reasonCode) {
  /// What an entry is about. The wire name is the constant in lower case.
  public enum Kind {
    PHONE,
    PLACE,
    ADDRESS;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> parse(String text) {
      for (Kind kind : values()) {
        if (kind.wireName().equals(text)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  private static final Comparator<RedListMark> GRAVER =
      Comparator.comparingInt(RedListMark::seriousness)
          .thenComparing(RedListMark::kind)
          .thenComparing(RedListMark::reasonCode);

  /// The graver of two, whichever came first; the red list never lowers.
  public RedListMark orGraver(RedListMark other) {
    return GRAVER.compare(other, this) > 0 ? other : this;
  }
}
