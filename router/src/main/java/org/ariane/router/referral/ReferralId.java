package org.ariane.router.referral;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [Referral], as `rf-01JD8Z4T9K…`. Not to be guessed.
public record ReferralId(String value) {
  private static final Pattern SHAPE = Pattern.compile("rf-[0-9A-HJKMNP-TV-Z]{26}");

  public ReferralId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  public static ReferralId mint(Ulid ulids) {
    return new ReferralId("rf-" + ulids.next());
  }

  /// Whether a text from outside is shaped like one.
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  /// What she says at the service instead of her name, as `7K2-M4Q`: the last six signs.
  public String word() {
    String last = value.substring(value.length() - 6);
    return last.substring(0, 3) + "-" + last.substring(3);
  }

  @Override
  public String toString() {
    return value;
  }
}
