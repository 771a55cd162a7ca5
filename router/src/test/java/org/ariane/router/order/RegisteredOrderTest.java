package org.ariane.router.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.RedListSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredOrderTest {
  private static final Ulid ULIDS = new Ulid(InstantSource.system(), new SecureRandom());

  private static RegisteredOrder order() {
    return new RegisteredOrder(
        OrderId.mint(ULIDS),
        0,
        new RedListSubject.OfPhone(new PhoneNumber("+33612345678")),
        OrderKind.CONTACT_BAN,
        "TJ Créteil",
        Optional.empty(),
        LocalDate.of(2027, 3, 1),
        OrderStatus.CLAIMED,
        new org.ariane.directory.place.ZoneId("fr-94-maisons-alfort"),
        ZoneId.of("Europe/Paris"),
        new PrincipalId("operator-1"),
        Instant.parse("2026-11-21T21:41:07Z"),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T00:00:00Z, true",
    "2027-03-01T22:59:59Z, true",
    "2027-03-01T23:00:00Z, false",
    "2027-03-02T12:00:00Z, false"
  })
  void itsLastDayEndsInTheLocalTimeOfTheZone(Instant at, boolean inForce) {
    assertThat(order().inForce(at)).isEqualTo(inForce);
  }

  @Test
  void oneThatWasLiftedIsNotInForceAndKeepsItsBreaches() {
    Instant now = Instant.parse("2026-12-01T00:00:00Z");
    RegisteredOrder lifted = order().breached(now).ended(now);

    assertThat(lifted.inForce(now)).isFalse();
    assertThat(lifted.breaches()).containsExactly(now);
    assertThat(lifted.toString()).doesNotContain("612345678");
  }

  @Test
  void theSurerAndTheGraverStay() {
    CourtOrder claimed = order().order();
    List<CourtOrder> one = List.of(claimed.asVerified());
    List<CourtOrder> other = List.of(claimed.asBreached());

    assertThat(CourtOrder.union(one, other))
        .isEqualTo(CourtOrder.union(other, one))
        .containsExactly(claimed.asVerified().asBreached());
  }
}
