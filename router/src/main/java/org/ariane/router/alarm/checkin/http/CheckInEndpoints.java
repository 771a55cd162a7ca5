package org.ariane.router.alarm.checkin.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.alarm.checkin.CheckIn;
import org.ariane.router.alarm.checkin.CheckInId;
import org.ariane.router.alarm.checkin.CheckIns;
import org.ariane.router.alarm.checkin.CheckIns.Ended;
import org.ariane.router.alarm.checkin.CheckIns.Wish;
import org.ariane.router.alarm.http.AlarmReader;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.jspecify.annotations.Nullable;

/// What apps that agreed on it call so that the server watches a check-in. A check-in is no alarm:
/// a bad one is refused and changes nothing.
public final class CheckInEndpoints {
  private static final Set<Role> APPS = Set.of(Role.APP);
  private static final Duration FARTHEST = Duration.ofDays(7);
  private static final int GRACE_S = 60;
  private static final int MOST_GRACE_S = 3_600;
  private static final int RETRY_AFTER_S = 2;
  private static final List<String> OF_THE_ALARM =
      List.of(
          "phone",
          "position",
          "address",
          "language",
          "note",
          "canTalk",
          "forSomeoneElse",
          "exercise",
          "cancellationCode");

  private final CheckIns checkIns;
  private final Function<PrincipalId, AppTerms> terms;
  private final InstantSource clock;

  /// @param terms what was agreed with an app
  public CheckInEndpoints(
      CheckIns checkIns, Function<PrincipalId, AppTerms> terms, InstantSource clock) {
    this.checkIns = checkIns;
    this.terms = terms;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/check-ins/:id", APPS, this::watch),
        Endpoint.post("/v1/check-ins/:id/ok", APPS, exchange -> end(exchange, Wish.OK)),
        Endpoint.delete("/v1/check-ins/:id", APPS, exchange -> end(exchange, Wish.ENDED)));
  }

  /// The alarm of a check-in that was missed. Never throws.
  public static Alarm alarm(CheckIn missed, Instant now) {
    return new AlarmReader()
        .read(
            new AlarmSource.CheckIn(missed.id().account()),
            missed.body().getBytes(StandardCharsets.UTF_8),
            now);
  }

  private Reply watch(Exchange exchange) {
    CheckInId id = id(exchange);
    if (!terms.apply(exchange.principal().id()).checkIns()) {
      throw Problem.of(
              409,
              "check-ins-off",
              "Check-ins are not agreed for this app",
              "Set check-ins: true at its account, or watch them in the app.")
          .asException();
    }
    JsonObject told = exchange.json();
    Instant now = clock.instant();
    Instant due = due(told, now);
    Instant missedAt = Instant.ofEpochMilli(due.plusSeconds(grace(told)).toEpochMilli());
    JsonObject body =
        new JsonObject()
            .put("id", id.alarm(missedAt.toEpochMilli()).toString())
            .put("raisedAt", due.toString())
            .put("trigger", Trigger.CHECK_IN_MISSED.wireName());
    OF_THE_ALARM.stream()
        .filter(told::containsKey)
        .forEach(name -> body.put(name, told.getValue(name)));
    CheckIn checkIn = new CheckIn(id, missedAt, body.encode());
    List<String> degraded = alarm(checkIn, now).degraded();
    stored(() -> {
      checkIns.watch(checkIn);
      return true;
    });
    return Reply.accepted(
        new JsonObject()
            .put("id", id.name())
            .put("status", "watched")
            .put("dueAt", due.toString())
            .put("missedAt", missedAt.toString())
            .put("degraded", new JsonArray(degraded)));
  }

  private Reply end(Exchange exchange, Wish wish) {
    CheckInId id = id(exchange);
    Ended ended =
        stored(() -> checkIns.end(id, wish)).orElseThrow(() -> Problem.notFound().asException());
    JsonObject body = new JsonObject().put("id", id.name());
    return Reply.ok(
        switch (ended) {
          case Ended.As(Wish as) -> body.put("status", as.name().toLowerCase(Locale.ROOT));
          case Ended.Missed(var alarm) -> {
            body.put("status", "missed");
            alarm.ifPresent(known -> body.put("alarmId", known.value()));
            yield body;
          }
        });
  }

  private static CheckInId id(Exchange exchange) {
    String name = exchange.path("id");
    if (name.isBlank() || name.length() > CheckInId.LONGEST) {
      throw Problem.notFound().asException();
    }
    return new CheckInId(exchange.principal().id().value(), name);
  }

  private static Instant due(JsonObject told, Instant now) {
    return time(told.getValue("dueAt"))
        .filter(due -> due.isAfter(now) && due.isBefore(now.plus(FARTHEST)))
        .orElseThrow(() -> bad("/dueAt"));
  }

  private static Optional<Instant> time(@Nullable Object told) {
    try {
      return told instanceof String text
          ? Optional.of(OffsetDateTime.parse(text).toInstant())
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static int grace(JsonObject told) {
    Object grace = told.getValue("graceS", GRACE_S);
    if (grace instanceof Integer seconds && seconds >= 0 && seconds <= MOST_GRACE_S) {
      return seconds;
    }
    throw bad("/graceS");
  }

  private static RuntimeException bad(String pointer) {
    return Problem.of(
            400,
            "bad-check-in",
            "The check-in cannot be watched",
            "dueAt is a time within the next 7 days, graceS a number of seconds up to 3600.")
        .with("pointer", pointer)
        .asException();
  }

  private interface Stored<T> {
    T call();
  }

  private static <T> T stored(Stored<T> call) {
    try {
      return call.call();
    } catch (LogUnavailableException e) {
      throw Problem.of(
              503,
              "unavailable",
              "This cannot be stored now",
              "Repeat it; until it is answered, watch the check-in in the app.")
          .with("retryAfterS", RETRY_AFTER_S)
          .asException();
    }
  }
}
