package org.ariane.router.alarm;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of an incident: what dispatch sees of one or more alarms.
public record IncidentId(String value) {
  private static final Pattern SHAPE = Pattern.compile("in-[0-9A-HJKMNP-TV-Z]{26}");

  public IncidentId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  /// A fresh one.
  public static IncidentId mint(Ulid ulids) {
    return new IncidentId("in-" + ulids.next());
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
