package org.ariane.ivr.asterisk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.contact.ContactId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes on the incident of a caller that the police did not answer the telephone, as a note of
/// the same alarm: whoever takes the incident reads it, and the centre's own system is told.
final class PoliceNote implements PoliceUnanswered {
  private static final Logger LOG = LoggerFactory.getLogger(PoliceNote.class);

  /// In the languages that the police are told in by telephone.
  static final String TEXT =
      "Ariane : le numéro convenu n'a pas répondu au téléphone."
          + " / Ariane: het afgesproken nummer heeft niet geantwoord.";

  private final AlarmIntake intake;
  private final InstantSource clock;
  private final Executor virtualThreads;

  PoliceNote(AlarmIntake intake, InstantSource clock, Executor virtualThreads) {
    this.intake = intake;
    this.clock = clock;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public void tell(ContactId contact, boolean exercise) {
    virtualThreads.execute(() -> {
      if (intake.take(update(contact, exercise, clock.instant())) instanceof Receipt.NotDurable) {
        LOG.error("{}: that the police did not answer is not stored", contact);
      }
    });
  }

  /// Adds the note and leaves everything else as it is.
  private static Alarm update(ContactId contact, boolean exercise, Instant now) {
    return new Alarm(
        new AlarmSource.Call(),
        contact.value(),
        contact + "|police-unanswered",
        now,
        Optional.of(now),
        Trigger.BUTTON,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(TEXT),
        Optional.empty(),
        false,
        exercise,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
