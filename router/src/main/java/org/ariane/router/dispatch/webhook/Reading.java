package org.ariane.router.dispatch.webhook;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A JSON object that holds no surprise: what is missing or of another type reads as absent.
public record Reading(JsonObject json) {
  /// Text that is no JSON object reads as an empty one.
  public static Reading of(String body) {
    try {
      return new Reading(new JsonObject(body));
    } catch (DecodeException | ClassCastException e) {
      return new Reading(new JsonObject());
    }
  }

  public Optional<String> text(String name) {
    return value(name, String.class).filter(text -> !text.isBlank());
  }

  public Optional<Boolean> flag(String name) {
    return value(name, Boolean.class);
  }

  public Optional<Number> number(String name) {
    return value(name, Number.class);
  }

  public Optional<Instant> time(String name) {
    return text(name)
        .flatMap(text -> {
          try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }

  /// An empty one where there is none.
  public Reading object(String name) {
    return new Reading(value(name, JsonObject.class).orElseGet(JsonObject::new));
  }

  public List<String> texts(String name) {
    return items(name).filter(String.class::isInstance).map(String.class::cast).toList();
  }

  public List<Reading> objects(String name) {
    return items(name)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .map(Reading::new)
        .toList();
  }

  private Stream<Object> items(String name) {
    JsonArray array = value(name, JsonArray.class).orElseGet(JsonArray::new);
    return IntStream.range(0, array.size())
        .mapToObj(i -> Optional.ofNullable(array.getValue(i)))
        .flatMap(Optional::stream);
  }

  private <T> Optional<T> value(String name, Class<T> type) {
    return Optional.ofNullable(json.getValue(name)).filter(type::isInstance).map(type::cast);
  }

  @Override
  public String toString() {
    return "Reading[masked]";
  }
}
