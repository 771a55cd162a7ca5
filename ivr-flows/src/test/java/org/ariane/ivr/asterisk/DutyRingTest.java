package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.DutyOfficer;
import org.ariane.router.dispatch.DutyPhone.Answer;
import org.ariane.router.dispatch.DutyPhone.DutyCall;
import org.ariane.router.dispatch.DutyPhone.Reason;
import org.ariane.router.dispatch.DutyPhone.Taking;
import org.ariane.router.priority.PriorityClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyRingTest {
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");
  private static final String PIN = "4711";

  private final List<Instant> takes = new ArrayList<>();
  private Taking taking = Taking.TAKEN;
  private final DutyRing ring =
      new DutyRing(
          new DutyCall(
              new IncidentId("in-01JD8Z4T9K0000000000000000"),
              new CentreId("fr-94-cic"),
              false,
              PriorityClass.CRITICAL,
              Optional.empty(),
              List.of()),
          new DutyOfficer(new PhoneNumber("+33199000110"), PIN),
          at -> {
            takes.add(at);
            return taking;
          });

  @Test
  void nothingIsTakenWithoutThePin() {
    assertThat(ring.unlock("4712")).isFalse();
    assertThat(ring.unlock("")).isFalse();
    assertThat(ring.unlock("471")).isFalse();
    assertThat(ring.take(AT)).isEqualTo(Taking.NOT_STORED);
    assertThat(takes).isEmpty();
  }

  @Test
  void isTakenOnceOnly() {
    assertThat(ring.unlock(PIN)).isTrue();
    assertThat(ring.take(AT)).isEqualTo(Taking.TAKEN);
    assertThat(ring.take(AT.plusSeconds(1))).isEqualTo(Taking.NOT_STORED);
    assertThat(takes).containsExactly(AT);
  }

  @Test
  void callThatIsOverTakesNothing() {
    ring.unlock(PIN);
    ring.ended(DutyEnd.told("hung-up"));
    assertThat(ring.take(AT)).isEqualTo(Taking.NOT_STORED);
    assertThat(takes).isEmpty();
  }

  /// What the store says, what the dialplan tells last, and what that means.
  @ParameterizedTest
  @CsvSource({
    "TAKEN, taken, Taken[at=2026-11-24T03:00:00Z]",
    "TAKEN, hung-up, Taken[at=2026-11-24T03:00:00Z]",
    "TAKEN, not-stored, Unconfirmed[at=2026-11-24T03:00:00Z]",
    "TAKEN, timeout, Unconfirmed[at=2026-11-24T03:00:00Z]",
    "TAKEN_BEFORE, taken-before, NotTaken[reason=TAKEN_BEFORE]",
    "TAKEN_BEFORE, hung-up, NotTaken[reason=TAKEN_BEFORE]",
    "NOT_STORED, not-stored, NotTaken[reason=NOT_STORED]",
    "NOT_STORED, hung-up, NotTaken[reason=NOT_STORED]",
  })
  void onlyWhatIsStoredAndBelievedIsTaken(Taking stored, String told, String answer)
      throws InterruptedException {
    taking = stored;
    ring.unlock(PIN);
    ring.take(AT);
    ring.ended(DutyEnd.told(told));
    assertThat(answer()).hasToString(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "hung-up, HUNG_UP",
    "declined, DECLINED",
    "wrong-pin, WRONG_PIN",
    "timeout, TIMEOUT",
    "'', HUNG_UP",
    "what no dialplan says, HUNG_UP",
    "taken, NOT_STORED",
  })
  void whatTheDialplanSaysAloneTakesNothing(String told, Reason reason)
      throws InterruptedException {
    ring.unlock(PIN);
    ring.ended(DutyEnd.told(told));
    assertThat(answer()).isEqualTo(new Answer.NotTaken(reason));
  }

  @Test
  void officerWhoWasToldSoReliesOnIt() throws InterruptedException {
    ring.unlock(PIN);
    ring.take(AT);
    ring.confirmed();
    ring.ended(DutyEnd.of(Reason.TIMEOUT));
    assertThat(answer()).isEqualTo(new Answer.Taken(AT));
  }

  private Answer answer() throws InterruptedException {
    return ring.await(Duration.ZERO).orElseThrow();
  }
}
