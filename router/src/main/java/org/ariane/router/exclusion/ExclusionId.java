package org.ariane.router.exclusion;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [Exclusion], as `ex-01JD8Z4T9K…`.
public record ExclusionId(String value) {
  private static final Pattern SHAPE = Pattern.compile("ex-[0-9A-HJKMNP-TV-Z]{26}");

  public ExclusionId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  public static ExclusionId mint(Ulid ulids) {
    return new ExclusionId("ex-" + ulids.next());
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
