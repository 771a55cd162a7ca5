package org.ariane.router.alarm.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmFollowUp.Update;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.Trigger;

/// Makes an [Alarm] of any bytes.
///
/// - A part that cannot be used is set aside and named. Numbers sent as texts and overlong texts
///   (cut) are used, and named.
/// - A missing `id` is made of the body's hash and the time in steps of ten minutes, so that the
///   same body sent again is the same alarm, but not for ever; one that is no UUID is used as it
///   is. Both are named, as is a missing `raisedAt`.
/// - A missing `trigger` counts as the button, unnamed: nothing was set aside.
/// - A body that cannot be read to its end is named as a whole (pointer ``) and kept raw beside
///   what was read of it.
public final class AlarmReader {
  private static final long SAME_WITHIN_S = 600;
  private static final long PLAUSIBLE_DAYS = 366;
  private static final int MOST_NOTE = 2_000;
  private static final int MOST_ID = 128;
  private static final int MOST_CODE = 64;

  /// Never throws.
  public Alarm read(AlarmSource source, byte[] bytes, Instant now) {
    LenientJson.Reading reading = LenientJson.read(bytes);
    List<String> degraded = new ArrayList<>();
    if (!reading.whole()) {
      degraded.add("");
    }
    Fields body = new Fields(reading.fields(), "", degraded);
    boolean readable = !reading.fields().isEmpty() || reading.whole();
    String messageId = readable ? id(body, bytes, now) : minted(bytes, now);
    Optional<Instant> raisedAt =
        body.has("raisedAt") || !readable
            ? body.time("raisedAt", now, PLAUSIBLE_DAYS)
            : body.bad("raisedAt");
    Trigger trigger = trigger(body);
    Optional<PhoneNumber> phone = phone(body);
    Optional<Fix> fix = PlaceReader.fix(body, degraded, now);
    Optional<Address> address = PlaceReader.address(body, degraded);
    Optional<Language> language = language(body);
    Optional<String> note = body.text("note", MOST_NOTE);
    Optional<Boolean> canTalk = body.flag("canTalk");
    boolean forSomeoneElse = body.flag("forSomeoneElse").orElse(false);
    boolean exercise = body.flag("exercise").orElse(false);
    Optional<String> safeCode = code(body, "cancellationCode");
    Optional<String> raw =
        reading.whole() ? Optional.empty() : Optional.of(Fields.clean(reading.text()));
    String content =
        raw.orElse("")
            + List.of(
                raisedAt, trigger, language, note, canTalk, forSomeoneElse, exercise, safeCode)
            + phone.map(PhoneNumber::dialled)
            + fix.map(AlarmReader::content)
            + address.map(AlarmReader::content);
    return new Alarm(
        source,
        messageId,
        digest(content.getBytes(StandardCharsets.UTF_8)),
        now,
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

  /// Reads what a later message says of the place.
  public Update update(byte[] bytes, Instant now) {
    LenientJson.Reading reading = LenientJson.read(bytes);
    List<String> degraded = new ArrayList<>();
    if (!reading.whole()) {
      degraded.add("");
    }
    Fields body = new Fields(reading.fields(), "", degraded);
    Optional<Fix> fix = PlaceReader.fix(body, degraded, now);
    Optional<Address> address = PlaceReader.address(body, degraded);
    if (fix.isEmpty() && address.isEmpty() && degraded.isEmpty()) {
      degraded.add("/position");
    }
    return new Update(fix, address, degraded);
  }

  /// The code that came with a cancellation, whatever its shape; anything that cannot be read is a
  /// code that nobody knows.
  public Optional<String> cancellationCode(byte[] bytes) {
    LenientJson.Reading reading = LenientJson.read(bytes);
    return code(new Fields(reading.fields(), "", new ArrayList<>()), "code");
  }

  private static Optional<String> code(Fields body, String name) {
    return body.value(name)
        .map(value ->
            value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value))
        .map(Fields::clean)
        .filter(code -> !code.isEmpty())
        .map(code -> code.substring(0, Math.min(MOST_CODE, code.length())));
  }

  /// The same body again within minutes is the same alarm; later it is a new cry for help.
  static String minted(byte[] bytes, Instant now) {
    return digest(bytes) + ":" + now.getEpochSecond() / SAME_WITHIN_S;
  }

  private static String id(Fields body, byte[] bytes, Instant now) {
    Optional<String> text =
        body.value("id")
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .map(Fields::clean)
            .filter(id -> !id.isEmpty());
    if (text.isEmpty()) {
      body.bad("id");
      return minted(bytes, now);
    }
    if (text.get().length() > MOST_ID || !isUuid(text.get())) {
      body.bad("id");
    }
    return text.get().length() > MOST_ID
        ? digest(text.get().getBytes(StandardCharsets.UTF_8))
        : text.get();
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Trigger trigger(Fields body) {
    Optional<String> told = body.text("trigger", 32);
    Optional<Trigger> known = told.flatMap(Trigger::parse);
    if (told.isPresent() && known.isEmpty()) {
      body.bad("trigger");
    }
    return known.orElse(Trigger.BUTTON);
  }

  private static Optional<PhoneNumber> phone(Fields body) {
    Optional<String> told = body.text("phone", 32);
    Optional<PhoneNumber> phone = told.flatMap(AlarmReader::number);
    return told.isPresent() && phone.isEmpty() ? body.bad("phone") : phone;
  }

  static Optional<PhoneNumber> number(String text) {
    return PhoneNumber.e164(text.replaceAll("[\\s.()-]", ""));
  }

  /// The contact that an operator names, whatever its shape.
  public Optional<String> contact(byte[] bytes) {
    return new Fields(LenientJson.read(bytes).fields(), "", new ArrayList<>())
        .text("contact", MOST_ID);
  }

  private static Optional<Language> language(Fields body) {
    Optional<String> told = body.text("language", 64);
    Optional<Language> language = told.flatMap(Language::parse);
    return told.isPresent() && language.isEmpty() ? body.bad("language") : language;
  }

  /// Records that mask their text can't be hashed by it.
  private static String content(Fix fix) {
    return fix.position().lat()
        + ","
        + fix.position().lon()
        + fix.accuracyM()
        + fix.method()
        + fix.at();
  }

  private static String content(Address address) {
    return "" + address.text() + address.postcode() + address.city() + address.country();
  }

  static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
