package org.ariane.router.danger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is asked. Risk factors raise the level, safety factors are shown only. The wire name is the
/// constant in lower case with hyphens.
public enum DangerFactor {
  SEPARATION(Side.RISK),
  PREGNANCY(Side.RISK),
  JOB_LOSS(Side.RISK),
  /// He has lost everything and resents her for it.
  LOST_EVERYTHING(Side.RISK),
  PARANOIA(Side.RISK),
  ANIMAL_CRUELTY(Side.RISK),
  FIREARMS(Side.RISK),
  RISING_FREQUENCY(Side.RISK),
  /// Already followed or found her.
  FOUND_HER(Side.RISK),
  PHONE_ACCESS(Side.RISK),
  SURVEILLANCE(Side.RISK),
  THREAT_TO_KILL(Side.RISK),
  /// Threatens to kill himself.
  THREAT_OF_SUICIDE(Side.RISK),
  COERCIVE_CONTROL(Side.RISK),
  PSYCHIATRIC(Side.RISK),
  ADDICTION(Side.RISK),
  ORDER_BREACH(Side.RISK),
  CHILDREN(Side.RISK),
  /// He takes responsibility.
  RESPONSIBILITY(Side.SAFETY),
  PREPARED_DEPARTURE(Side.SAFETY),
  HOUSING(Side.SAFETY),
  WORK(Side.SAFETY),
  SOCIAL_SUPPORT(Side.SAFETY);

  /// Which way it counts.
  public enum Side {
    RISK,
    SAFETY;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Side side;

  DangerFactor(Side side) {
    this.side = side;
  }

  public Side side() {
    return side;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<DangerFactor> parse(String text) {
    return Arrays.stream(values()).filter(factor -> factor.wireName().equals(text)).findFirst();
  }
}
