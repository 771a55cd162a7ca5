package org.ariane.router.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;

/// Referrals to try with.
public final class SampleReferrals {
  public static final ServiceId SHELTER = new ServiceId("shelter");
  public static final Principal REFERRER = account("referrer-1", Role.REFERRER, Optional.empty());
  public static final Principal OTHER = account("referrer-2", Role.REFERRER, Optional.empty());
  public static final Principal AT_DESK =
      account("operator-1", Role.OPERATOR, Optional.of(SHELTER));
  public static final Principal ELSEWHERE =
      account("operator-2", Role.OPERATOR, Optional.of(new ServiceId("elsewhere")));
  public static final Agreed AGREED =
      new Agreed(
          Map.of(Topic.NAME, "Sophie", Topic.NEED, "a bed tonight"),
          Optional.of(
              new SafeWay(
                  new PhoneNumber("+33612345678"), "mornings", "tilleul", "a wrong number")));

  private SampleReferrals() {}

  public static Referral referral(int number, Delivery delivery, Instant at, Duration kept) {
    return new Referral(
        new ReferralId("rf-01JD8Z4T9K00000000000%05d".formatted(number)),
        REFERRER.id(),
        SHELTER,
        delivery,
        AGREED,
        at,
        at.plus(kept),
        true,
        Optional.empty());
  }

  private static Principal account(String id, Role role, Optional<ServiceId> desk) {
    Principal person = Principal.of(new PrincipalId(id), role);
    return desk.map(person::atDesk).orElse(person);
  }
}
