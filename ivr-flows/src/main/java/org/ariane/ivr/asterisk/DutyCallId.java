package org.ariane.ivr.asterisk;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one call to a duty officer; also of its channel. Not to be guessed: with it the
/// dialplan asks for what the officer is told.
record DutyCallId(String value) {
  private static final Pattern SHAPE = Pattern.compile("du-[0-9A-HJKMNP-TV-Z]{26}");

  DutyCallId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  static DutyCallId mint(Ulid ulids) {
    return new DutyCallId("du-" + ulids.next());
  }

  static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
