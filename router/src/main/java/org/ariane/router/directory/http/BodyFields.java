package org.ariane.router.directory.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ariane.router.http.Problem;

/// Reads a body field by field and remembers everything that is wrong with it, so that one answer
/// names it all. Values are never repeated in the answer.
public final class BodyFields {
  private static final Duration FAR = Duration.ofDays(730);

  private final JsonObject body;
  private final List<JsonObject> errors;
  private final String prefix;

  public BodyFields(JsonObject body) {
    this(body, new ArrayList<>(), "");
  }

  private BodyFields(JsonObject body, List<JsonObject> errors, String prefix) {
    this.body = body;
    this.errors = errors;
    this.prefix = prefix;
  }

  public void wrong(String name, String detail) {
    errors.add(new JsonObject().put("pointer", "/" + prefix + name).put("detail", detail));
  }

  /// As [#wrong], with what could have been meant.
  void wrong(String name, String detail, JsonArray candidates) {
    errors.add(
        new JsonObject()
            .put("pointer", "/" + prefix + name)
            .put("detail", detail)
            .put("candidates", candidates));
  }

  /// A whole number from `least` to `most`; absent and null are `otherwise`.
  public int number(String name, int least, int most, int otherwise) {
    Object value = body.getValue(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    wrong(name, "a whole number from " + least + " to " + most);
    return otherwise;
  }

  /// True only where it says so; absent and null are false.
  public boolean flag(String name) {
    Object value = body.getValue(name);
    if (value != null && !(value instanceof Boolean)) {
      wrong(name, "true or false");
    }
    return Boolean.TRUE.equals(value);
  }

  /// Whether it says anything of the field.
  public boolean has(String name) {
    return body.getValue(name) != null;
  }

  /// The fields of an object in the body; their errors are named with its name before them.
  public BodyFields inside(String name, JsonObject object) {
    return new BodyFields(object, errors, prefix + name + "/");
  }

  /// A text that `parse` understands; absent and null are empty.
  public <T> Optional<T> text(
      String name, Function<String, Optional<T>> parse, String expectation) {
    Object value = body.getValue(name);
    if (value == null) {
      return Optional.empty();
    }
    Optional<T> parsed =
        value instanceof String text && text.length() <= 200 ? parse.apply(text) : Optional.empty();
    if (parsed.isEmpty()) {
      wrong(name, expectation);
    }
    return parsed;
  }

  public <T> Set<T> texts(String name, Function<String, Optional<T>> parse, String expectation) {
    Object value = body.getValue(name);
    Set<T> all = new LinkedHashSet<>();
    if (value == null) {
      return all;
    }
    if (!(value instanceof JsonArray array) || array.size() > 50) {
      wrong(name, expectation);
      return all;
    }
    for (int i = 0; i < array.size(); i++) {
      Optional<T> parsed =
          array.getValue(i) instanceof String text ? parse.apply(text) : Optional.empty();
      if (parsed.isEmpty()) {
        wrong(name + "/" + i, expectation);
      }
      parsed.ifPresent(all::add);
    }
    return all;
  }

  public Optional<JsonObject> object(String name, String expectation) {
    Object value = body.getValue(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    wrong(name, expectation);
    return Optional.empty();
  }

  /// RFC 3339 with an offset, within two years of now.
  public Optional<Instant> instant(String name, Instant now) {
    return text(
        name,
        text -> parseInstant(text).filter(at -> near(at, now)),
        "RFC 3339 with an offset, within two years of now");
  }

  private static boolean near(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(FAR) <= 0;
  }

  private static Optional<Instant> parseInstant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// Answers 400 where anything was wrong.
  public void check() {
    if (!errors.isEmpty()) {
      throw Problem.of(
              400, "bad-request", "Some fields cannot be used", "See errors for each of them")
          .with("errors", errors)
          .asException();
    }
  }
}
