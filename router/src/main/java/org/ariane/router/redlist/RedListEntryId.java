package org.ariane.router.redlist;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [RedListEntry], as `rl-01JD8Z4T9K…`.
public record RedListEntryId(String value) {
  private static final Pattern SHAPE = Pattern.compile("rl-[0-9A-HJKMNP-TV-Z]{26}");

  public RedListEntryId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  public static RedListEntryId mint(Ulid ulids) {
    return new RedListEntryId("rl-" + ulids.next());
  }

  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
