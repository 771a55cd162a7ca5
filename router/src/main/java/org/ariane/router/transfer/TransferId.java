package org.ariane.router.transfer;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [Transfer].
public record TransferId(String value) {
  private static final Pattern SHAPE = Pattern.compile("tr-[0-9A-HJKMNP-TV-Z]{26}");

  public TransferId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches();
  }

  /// A fresh one.
  public static TransferId mint(Ulid ulids) {
    return new TransferId("tr-" + ulids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
