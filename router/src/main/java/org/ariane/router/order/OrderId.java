package org.ariane.router.order;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one order, as `or-01JD8Z4T9K…`.
public record OrderId(String value) {
  private static final Pattern SHAPE = Pattern.compile("or-[0-9A-HJKMNP-TV-Z]{26}");

  public OrderId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  public static OrderId mint(Ulid ulids) {
    return new OrderId("or-" + ulids.next());
  }

  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
