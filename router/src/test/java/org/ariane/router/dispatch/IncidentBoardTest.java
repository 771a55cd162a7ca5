package org.ariane.router.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.priority.PriorityClass;
import org.ariane.router.priority.yaml.YamlPriorityPolicy;
import org.junit.jupiter.api.Test;

class IncidentBoardTest {
  private static final JoinKey PHONE = new JoinKey(new PhoneNumber("+33612345678"), false);

  private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
  private final IncidentBoard board =
      new IncidentBoard(YamlPriorityPolicy.shipped(), () -> now.get());

  private static Incident incident(Instant at) {
    return Samples.LIFE
        .open(
            org.ariane.router.alarm.IncidentId.mint(Samples.ULIDS),
            org.ariane.router.alarm.AlarmId.mint(Samples.ULIDS),
            Samples.alarm(Trigger.BUTTON, at),
            Samples.placement(),
            Background.Known.NOTHING)
        .next();
  }

  @Test
  void knowsTheLatestIncidentOfAPhoneForAsLongAsItsAlarmsJoin() {
    Incident old = incident(Samples.NOW).stored();
    Incident young = incident(Samples.NOW.plusSeconds(60)).stored();
    board.show(young);
    board.show(old);
    assertThat(board.latest(PHONE)).contains(young);
    now.set(Samples.NOW.plus(Duration.ofMinutes(32)));
    assertThat(board.latest(PHONE)).isEmpty();
  }

  @Test
  void whatWasNeverStoredIsNotJoined() {
    assertThat(board.showVolatile(incident(Samples.NOW))).isTrue();
    assertThat(board.latest(PHONE)).isEmpty();
  }

  @Test
  void floodOfWhatCannotBeStoredDoesNotFillTheMemory() {
    int shown = 0;
    for (int i = 0; i < 3_000; i++) {
      shown += board.showVolatile(incident(Samples.NOW)) ? 1 : 0;
    }
    assertThat(shown).isEqualTo(2_000);
    Incident one = board.list(known -> !known.durable()).getFirst();
    assertThat(board.showVolatile(one)).isFalse();
    board.show(one.stored());
    assertThat(board.showVolatile(incident(Samples.NOW))).isTrue();
  }

  @Test
  void countsOpenOnesByClass() {
    Incident one = incident(Samples.NOW).stored();
    board.show(one);
    board.show(incident(Samples.NOW).stored());
    PriorityClass urgency = one.priority().urgency();
    assertThat(board.count(Set.of(IncidentState.OPEN)))
        .containsExactly(java.util.Map.entry(urgency, 2L));
    assertThat(board.count(Set.of(IncidentState.CLOSED))).isEmpty();
  }
}
