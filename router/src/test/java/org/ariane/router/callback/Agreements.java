package org.ariane.router.callback;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;

/// Agreements as tests need them.
public final class Agreements {
  /// A Tuesday, eleven o'clock in Paris.
  public static final Instant SAFE = Instant.parse("2026-11-24T10:00:00Z");

  public static final PhoneNumber HERS = new PhoneNumber("+33612345678");
  public static final ServiceId DESK = new ServiceId("desk");
  public static final CallbackId ID = new CallbackId("cb-01JD8Z4T9K0000000000000000");

  private Agreements() {}

  public static Callback agreed(CallbackId id, PhoneNumber number, boolean wished) {
    SafeHours mornings =
        new SafeHours(
            List.of(
                new SafeHours.Window(
                    Set.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(12, 0))),
            ZoneId.of("Europe/Paris"));
    return new Callback(
        id,
        new PrincipalId("operator-1"),
        DESK,
        new SafeContact(
            "Sophie", number, mornings, "tilleul", "Pardon, je me trompe.", Language.parse("fr")),
        SAFE,
        SAFE.plus(Duration.ofDays(3)),
        wished ? Optional.of(SAFE) : Optional.empty(),
        false);
  }

  static Principal operator(String id, ServiceId desk) {
    return Principal.of(new PrincipalId(id), Role.OPERATOR).atDesk(desk);
  }
}
