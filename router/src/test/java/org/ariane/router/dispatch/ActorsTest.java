package org.ariane.router.dispatch;

import static org.ariane.router.dispatch.Samples.LIFE;
import static org.ariane.router.dispatch.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Trigger;
import org.junit.jupiter.api.Test;

class ActorsTest {
  private static final Holder ONE = Samples.dispatcher("1", NOW);
  private static final Holder TWO = Samples.dispatcher("2", NOW);

  private static Incident after(Incident incident, IncidentEvent... events) {
    Incident now = incident;
    for (IncidentEvent event : events) {
      now = LIFE.apply(now, event).next();
    }
    return now;
  }

  @Test
  void whoOnceHeldItAndHandedItOverIsStillOneOfThem() {
    Incident closed =
        after(
            Samples.incident(Trigger.BUTTON),
            new IncidentEvent.Taken(ONE),
            new IncidentEvent.HandedOver(ONE, Samples.SECOND),
            new IncidentEvent.Taken(TWO),
            new IncidentEvent.Completed(TWO, new Handling.Outcome("safe", Optional.empty())));

    assertThat(Actors.of(closed)).containsExactlyInAnyOrder(ONE.principal(), TWO.principal());
  }

  @Test
  void whoOnlyOpenedTheNumberDidNotAct() {
    Incident seen =
        after(Samples.incident(Trigger.BUTTON), new IncidentEvent.NumberOpened(ONE, "locate"));

    assertThat(Actors.of(seen)).isEmpty();
    assertThat(seen.handling().history().getLast().what()).isEqualTo("number-opened");
    assertThat(seen.handling().history().getLast().about()).endsWith(" locate");
  }

  @Test
  void theOperatorWhoRaisedItIsOneOfThemTheAppIsNot() {
    Incident raised = Samples.incident(Trigger.BUTTON);
    Handling byOperator =
        raised.handling().raisedBy(new AlarmSource.Operator("operator-1", Optional.of("co-1")));

    assertThat(Actors.of(raised)).isEmpty();
    assertThat(Actors.of(raised.with(byOperator, NOW)))
        .containsExactly(new PrincipalId("operator-1"));
  }
}
