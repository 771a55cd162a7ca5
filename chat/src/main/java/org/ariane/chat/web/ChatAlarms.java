package org.ariane.chat.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ariane.chat.session.ChatEvent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Postcode;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.contact.Contact;
import org.ariane.router.desk.DangerNotice;

/// Hands in the alarm of a chat. Its message id is the contact's, so that however often she taps it
/// is one alarm.
final class ChatAlarms {
  private final AlarmIntake intake;
  private final Places places;

  ChatAlarms(AlarmIntake intake, Places places) {
    this.intake = intake;
    this.places = places;
  }

  /// Blocks until the alarm is durable or could not be made so.
  ///
  /// @param phone hers, where it is known
  ChatEvent.AlarmAnswered raise(Contact contact, Optional<PhoneNumber> phone, Instant now) {
    return switch (intake.take(alarm(contact, phone, now))) {
      case Receipt.Accepted accepted ->
          new ChatEvent.AlarmAnswered(
              accepted.covered() ? DangerNotice.ALERTED : DangerNotice.NOT_DURABLE,
              Optional.of(accepted.incident()),
              places.numbers(contact.postcode(), Optional.of(accepted.emergencyNumber())));
      case Receipt.NotDurable lost ->
          new ChatEvent.AlarmAnswered(
              DangerNotice.NOT_DURABLE,
              Optional.empty(),
              places.numbers(contact.postcode(), Optional.of(lost.emergencyNumber())));
    };
  }

  /// For when nobody can say whether the alarm was stored.
  ChatEvent.AlarmAnswered unknown(Contact contact) {
    return new ChatEvent.AlarmAnswered(
        DangerNotice.NOT_DURABLE,
        Optional.empty(),
        places.numbers(contact.postcode(), Optional.empty()));
  }

  private static Alarm alarm(Contact contact, Optional<PhoneNumber> phone, Instant now) {
    Optional<Address> address =
        contact
            .postcode()
            .map(postcode ->
                new Address(
                    Optional.empty(),
                    Optional.of(postcode.digits()),
                    Optional.empty(),
                    Optional.of(postcode.country().code())));
    return new Alarm(
        new AlarmSource.Chat(),
        contact.id().value(),
        fingerprint(contact),
        now,
        Optional.of(now),
        Trigger.SILENT,
        phone,
        Optional.empty(),
        address,
        contact.language(),
        Optional.empty(),
        Optional.of(false),
        false,
        contact.exercise(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String fingerprint(Contact contact) {
    String content =
        contact.id().value() + "|" + contact.postcode().map(Postcode::digits).orElse("");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
