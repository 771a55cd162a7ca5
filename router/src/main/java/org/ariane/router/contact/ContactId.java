package org.ariane.router.contact;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [Contact]. Written into logs instead of anything personal.
public record ContactId(String value) {
  private static final Pattern SHAPE = Pattern.compile("co-[0-9A-HJKMNP-TV-Z]{26}");

  public ContactId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  /// A fresh one.
  public static ContactId mint(Ulid ulids) {
    return new ContactId("co-" + ulids.next());
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
