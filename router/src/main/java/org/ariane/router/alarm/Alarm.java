package org.ariane.router.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;

/// One message that asks for the police, as far as it could be read. Its text form is masked.
///
/// @param messageId the sender's own id, unique within [AlarmSource#scope]; the same id again is
///   the same alarm
/// @param fingerprint hash of the content, which tells an update from a repeat
/// @param receivedAt by our clock
/// @param raisedAt by the sender's clock; empty when missing or unusable
/// @param canTalk empty when unknown
/// @param safeCode the code by which she will call it off; any other is one that she was made to
///   enter
/// @param raw the body as received, kept only when it could not be parsed
/// @param degraded JSON pointers of parts that were set aside
public record Alarm(
    AlarmSource source,
    String messageId,
    String fingerprint,
    Instant receivedAt,
    Optional<Instant> raisedAt,
    Trigger trigger,
    Optional<PhoneNumber> phone,
    Optional<Fix> fix,
    Optional<Address> address,
    Optional<Language> language,
    Optional<String> note,
    Optional<Boolean> canTalk,
    boolean forSomeoneElse,
    boolean exercise,
    Optional<String> safeCode,
    Optional<String> raw,
    List<String> degraded) {
  public Alarm {
    degraded = List.copyOf(degraded);
  }

  /// The same with further parts named as set aside.
  public Alarm alsoDegraded(List<String> more) {
    List<String> all = new ArrayList<>(degraded);
    more.stream().filter(pointer -> !all.contains(pointer)).forEach(all::add);
    return new Alarm(
        source,
        messageId,
        fingerprint,
        receivedAt,
        raisedAt,
        trigger,
        phone,
        fix,
        address,
        language,
        note,
        canTalk,
        forSomeoneElse,
        exercise,
        safeCode,
        raw,
        all);
  }

  /// The same under another name, as from `other`.
  public Alarm as(AlarmSource other, String id) {
    return new Alarm(
        other,
        id,
        fingerprint,
        receivedAt,
        raisedAt,
        trigger,
        phone,
        fix,
        address,
        language,
        note,
        canTalk,
        forSomeoneElse,
        exercise,
        safeCode,
        raw,
        degraded);
  }

  /// The same with the phone that is known from elsewhere, where it says none.
  public Alarm orPhone(Optional<PhoneNumber> known) {
    return new Alarm(
        source,
        messageId,
        fingerprint,
        receivedAt,
        raisedAt,
        trigger,
        phone.or(() -> known),
        fix,
        address,
        language,
        note,
        canTalk,
        forSomeoneElse,
        exercise,
        safeCode,
        raw,
        degraded);
  }

  @Override
  public String toString() {
    return "Alarm[" + source.kind() + ", " + trigger.wireName() + "]";
  }
}
