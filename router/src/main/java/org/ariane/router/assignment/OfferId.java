package org.ariane.router.assignment;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [Offer].
public record OfferId(String value) {
  private static final Pattern SHAPE = Pattern.compile("of-[0-9A-HJKMNP-TV-Z]{26}");

  public OfferId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  /// A fresh one.
  public static OfferId mint(Ulid ulids) {
    return new OfferId("of-" + ulids.next());
  }

  /// Whether a text from outside is shaped like one.
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
