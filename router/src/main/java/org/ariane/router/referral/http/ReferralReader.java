package org.ariane.router.referral.http;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.directory.http.BodyFields;
import org.ariane.router.referral.Agreed;
import org.ariane.router.referral.SafeWay;
import org.ariane.router.referral.Topic;

/// Reads a referral; all that is wrong is answered at once, by field.
record ReferralReader(BodyFields fields, Directory directory) {
  private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9-]{8,64}");
  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 14;

  /// What was read.
  ///
  /// @param request the client's own name of it
  record Draft(String request, Service service, Agreed agreed, int days, boolean exercise) {}

  Draft read() {
    Optional<String> request =
        required(
            "request",
            text -> Optional.of(text).filter(it -> REQUEST.matcher(it).matches()),
            "a name of your own for it, 8 to 64 letters, digits and hyphens");
    Optional<Service> service =
        required(
            "service",
            text -> id(text).flatMap(directory::service),
            "the id of a service of the directory");
    if (!fields.flag("sheAgreed")) {
      fields.wrong("sheAgreed", "true: without her agreement nothing is passed on");
    }
    Agreed agreed =
        fields
            .object("agreed", "an object with what she agreed to have passed on")
            .map(object -> agreed(fields.inside("agreed", object), object))
            .orElse(Agreed.NOTHING);
    int days = fields.number("days", 1, MOST_DAYS, USUAL_DAYS);
    boolean exercise = fields.flag("exercise");
    fields.check();
    return new Draft(request.orElseThrow(), service.orElseThrow(), agreed, days, exercise);
  }

  private <T> Optional<T> required(
      String name, Function<String, Optional<T>> parse, String expectation) {
    if (!fields.has(name)) {
      fields.wrong(name, expectation);
      return Optional.empty();
    }
    return fields.text(name, parse, expectation);
  }

  private static Optional<ServiceId> id(String text) {
    try {
      return Optional.of(new ServiceId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Agreed agreed(BodyFields fields, JsonObject object) {
    Map<Topic, String> told = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      text(object, topic.wireName(), topic.most(), fields).ifPresent(text -> told.put(topic, text));
    }
    Optional<SafeWay> way =
        fields
            .object("way", "an object with phone, when, codeWord and ifSomeoneElse")
            .flatMap(it -> way(fields.inside("way", it), it));
    return new Agreed(told, way);
  }

  /// All of it or none: half of it endangers.
  private static Optional<SafeWay> way(BodyFields fields, JsonObject object) {
    if (!fields.flag("warnedOfCallLog")) {
      fields.wrong("warnedOfCallLog", "true: she knows that a call stays in the telephone's list");
    }
    BiFunction<String, Integer, Optional<String>> needed =
        (name, most) -> {
          Optional<String> text = text(object, name, most, fields);
          if (text.isEmpty() && object.getValue(name) == null) {
            fields.wrong(name, "needed where she may be called");
          }
          return text;
        };
    Optional<PhoneNumber> phone =
        needed
            .apply("phone", 30)
            .flatMap(text -> {
              Optional<PhoneNumber> number = PhoneNumber.e164(text.replaceAll("[\\s.()-]", ""));
              if (number.isEmpty()) {
                fields.wrong("phone", "a number with its country, as +33…");
              }
              return number;
            });
    Optional<String> when = needed.apply("when", SafeWay.MOST_SENTENCE);
    Optional<String> codeWord = needed.apply("codeWord", SafeWay.MOST_WORDS);
    Optional<String> otherwise = needed.apply("ifSomeoneElse", SafeWay.MOST_SENTENCE);
    return phone.isPresent() && when.isPresent() && codeWord.isPresent() && otherwise.isPresent()
        ? Optional.of(new SafeWay(phone.get(), when.get(), codeWord.get(), otherwise.get()))
        : Optional.empty();
  }

  private static Optional<String> text(
      JsonObject object, String name, int most, BodyFields fields) {
    Object value = object.getValue(name);
    if (value == null || "".equals(value)) {
      return Optional.empty();
    }
    if (value instanceof String text && Agreed.fits(text.strip(), most)) {
      return Optional.of(text.strip());
    }
    fields.wrong(name, "a text of at most " + most + " characters");
    return Optional.empty();
  }
}
