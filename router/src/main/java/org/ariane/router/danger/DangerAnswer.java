package org.ariane.router.danger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What was answered to one question. Only yes and no are answers; the others never count as no.
/// The wire name is the constant in lower case.
public enum DangerAnswer {
  YES,
  NO,
  UNKNOWN,
  SKIPPED;

  public boolean answers() {
    return this == YES || this == NO;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DangerAnswer> parse(String text) {
    return Arrays.stream(values()).filter(answer -> answer.wireName().equals(text)).findFirst();
  }
}
