package org.ariane.router.instruction;

import java.util.regex.Pattern;
import org.ariane.router.identity.Ulid;

/// The name of one [SilentInstruction], as `si-01JD8Z4T9K…`.
public record InstructionId(String value) {
  private static final Pattern SHAPE = Pattern.compile("si-[0-9A-HJKMNP-TV-Z]{26}");

  public InstructionId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  public static InstructionId mint(Ulid ulids) {
    return new InstructionId("si-" + ulids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
