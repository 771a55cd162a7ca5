package org.ariane.router.callback;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [Callback], as `cb-01JD8Z4T9K…`. Not to be guessed.
public record CallbackId(String value) {
  private static final Pattern SHAPE = Pattern.compile("cb-[0-9A-HJKMNP-TV-Z]{26}");

  public CallbackId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  public static CallbackId mint(Ulid ulids) {
    return new CallbackId("cb-" + ulids.next());
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
