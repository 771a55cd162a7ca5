package org.ariane.router.alarm;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [Alarm], as `al-01JD8Z4T9K…`.
public record AlarmId(String value) {
  private static final Pattern SHAPE = Pattern.compile("al-[0-9A-HJKMNP-TV-Z]{26}");

  public AlarmId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  /// A fresh one.
  public static AlarmId mint(Ulid ulids) {
    return new AlarmId("al-" + ulids.next());
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
