package org.ariane.router.alarm.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.alarm.aml.AmlReading;
import org.ariane.router.alarm.aml.AmlText;

/// Makes an [Alarm] of what an SMS gateway hands on: `{"from": …, "text": …}`, or the bare text
/// with the sender's number beside it. Never throws. A text that is no AML is kept raw and named as
/// a whole (pointer ``). The same text of the same number is the same alarm.
final class AmlBodies {
  private static final int MOST_NUMBER = 32;

  /// @param sender the number beside a bare text
  Alarm read(AlarmSource source, byte[] bytes, Optional<String> sender, Instant now) {
    LenientJson.Reading json = LenientJson.read(bytes);
    Optional<String> text = text(json, "text");
    AmlReading inText = AmlText.read(text.orElse(json.text()), now);
    // A gateway that does not escape the quote in A"ML breaks its own JSON: look in all of it.
    AmlReading reading =
        inText instanceof AmlReading.Other && text.isPresent() && !json.whole()
            ? AmlText.read(json.text(), now)
            : inText;
    Optional<String> from = text(json, "from").or(() -> sender);
    List<String> degraded = new ArrayList<>();
    Optional<PhoneNumber> phone = phone(from, degraded);
    String content = from.orElse("") + "\n" + text.orElse(json.text());
    return switch (reading) {
      case AmlReading.Message(
              Optional<Fix> fix,
              Optional<String> note,
              boolean timed,
              List<String> aside) -> {
        degraded.addAll(aside);
        yield alarm(source, content, timed, now, phone, fix, note, Optional.empty(), degraded);
      }
      case AmlReading.Other(String raw) -> {
        degraded.add("");
        yield alarm(
            source,
            content,
            false,
            now,
            phone,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Fields.clean(raw)),
            degraded);
      }
    };
  }

  private static Alarm alarm(
      AlarmSource source,
      String content,
      boolean timed,
      Instant now,
      Optional<PhoneNumber> phone,
      Optional<Fix> fix,
      Optional<String> note,
      Optional<String> raw,
      List<String> degraded) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String fingerprint = AlarmReader.digest(bytes);
    return new Alarm(
        source,
        "aml:" + (timed ? fingerprint : AlarmReader.minted(bytes, now)),
        fingerprint,
        now,
        fix.flatMap(Fix::at).filter(Predicate.not(now::isBefore)),
        Trigger.BUTTON,
        phone,
        fix,
        Optional.empty(),
        Optional.empty(),
        note.map(Fields::clean),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        raw,
        degraded);
  }

  /// One without its plus sign is used, and named.
  private static Optional<PhoneNumber> phone(Optional<String> from, List<String> degraded) {
    Optional<String> told = from.map(Fields::clean).filter(text -> text.length() <= MOST_NUMBER);
    Optional<PhoneNumber> phone = told.flatMap(AlarmReader::number);
    if (phone.isPresent()) {
      return phone;
    }
    degraded.add("/from");
    return told.flatMap(text -> AlarmReader.number("+" + text));
  }

  private static Optional<String> text(LenientJson.Reading json, String name) {
    return Optional.ofNullable(json.fields().get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }
}
