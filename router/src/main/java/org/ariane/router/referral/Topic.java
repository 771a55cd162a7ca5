package org.ariane.router.referral;

import java.util.Locale;

/// One thing about her that she may agree to have passed on. The wire name is the constant in lower
/// case.
public enum Topic {
  NAME(60),
  LANGUAGE(60),
  PLACE(80),
  SITUATION(300),
  NEED(300),
  NOTE(1_000);

  private final int most;

  Topic(int most) {
    this.most = most;
  }

  /// How many characters may be said of it.
  public int most() {
    return most;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
