package org.ariane.router.callback.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.callback.Callback;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.Callbacks;
import org.ariane.router.callback.SafeHours;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.http.durable.Durable;
import org.ariane.router.identity.Ulid;

/// Operators note how somebody can be called safely, read what is due at their desk, and start a
/// call-back; supervisors see counts. No answer repeats a number.
public final class CallbackEndpoints {
  private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR);
  private static final Set<Role> COUNTING = Set.of(Role.SUPERVISOR);
  private static final int DAYS = 7;

  private final Callbacks callbacks;
  private final HerNumber numbers;
  private final Ulid ulids;
  private final InstantSource clock;

  public CallbackEndpoints(
      Callbacks callbacks, HerNumber numbers, Ulid ulids, InstantSource clock) {
    this.callbacks = callbacks;
    this.numbers = numbers;
    this.ulids = ulids;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("/v1/callbacks", OPERATORS, Durable.or503(this::agree)),
        Endpoint.get("/v1/callbacks", OPERATORS, Durable.or503(this::due)),
        Endpoint.get("/v1/callbacks/counts", COUNTING, Durable.or503(this::counts)),
        Endpoint.post("/v1/callbacks/:id/start", OPERATORS, Durable.or503(this::start)),
        Endpoint.delete("/v1/callbacks/:id", OPERATORS, Durable.or503(this::forget)));
  }

  private Reply agree(Exchange exchange) {
    Principal operator = exchange.principal();
    JsonObject body = exchange.json();
    SafeContactReader.requireTrue(body, "agreed");
    SafeContactReader.requireTrue(body, "warnedOfCallLog");
    PhoneNumber number = numbers.of(operator, body);
    Instant now = clock.instant();
    Callback callback = callback(operator, body, number, now);
    Optional<Instant> next = callback.contact().hours().next(now, callback.until());
    if (next.isEmpty()) {
      throw SafeContactReader.invalid("hours: none begins before it ends");
    }
    callbacks.agree(operator, callback);
    return new Reply(
        201,
        new JsonObject()
            .put("id", callback.id().value())
            .put("until", callback.until().toString())
            .put("next", next.get().toString()));
  }

  private Callback callback(Principal operator, JsonObject body, PhoneNumber number, Instant now) {
    boolean wished = body.getValue("wished", true) instanceof Boolean asked && asked;
    boolean exercise = body.getValue("exercise", false) instanceof Boolean played && played;
    if (!(body.getValue("days", DAYS) instanceof Integer days)) {
      throw SafeContactReader.invalid("days");
    }
    try {
      return new Callback(
          CallbackId.mint(ulids),
          operator.id(),
          desk(operator),
          SafeContactReader.read(body, number),
          now,
          now.plus(Duration.ofDays(days)),
          wished ? Optional.of(now) : Optional.empty(),
          exercise);
    } catch (IllegalArgumentException e) {
      throw SafeContactReader.invalid("days");
    }
  }

  private Reply due(Exchange exchange) {
    JsonArray all = new JsonArray();
    callbacks.due(desk(exchange.principal())).forEach(one -> all.add(view(one)));
    return Reply.ok(new JsonObject().put("callbacks", all));
  }

  private Reply counts(Exchange exchange) {
    Callbacks.Counts counts = callbacks.counts();
    return Reply.ok(
        new JsonObject()
            .put("noted", counts.noted())
            .put("wished", counts.wished())
            .put("due", counts.due()));
  }

  private Reply start(Exchange exchange) {
    return switch (callbacks.start(exchange.principal(), id(exchange))) {
      case RINGS -> Reply.accepted(new JsonObject().put("rings", true));
      case UNKNOWN -> throw Problem.notFound().asException();
      case NOT_NOW ->
          throw Problem.of(409, "not-now", "She is not to be called now", "Wait for her hours.")
              .asException();
      case ELSEWHERE ->
          throw Problem.of(409, "elsewhere", "Another operator is about to call her", "")
              .asException();
      case NO_TELEPHONE ->
          throw Problem.of(
                  503, "no-telephone", "Your telephone cannot be rung", "See that it is connected.")
              .asException();
    };
  }

  private Reply forget(Exchange exchange) {
    if (!callbacks.forget(exchange.principal(), id(exchange))) {
      throw Problem.notFound().asException();
    }
    return Reply.ok(new JsonObject().put("forgotten", true));
  }

  private static JsonObject view(Callback callback) {
    JsonObject json =
        new JsonObject()
            .put("id", callback.id().value())
            .put("whom", callback.contact().whom())
            .put("codeWord", callback.contact().codeWord())
            .put("ifSomeoneElse", callback.contact().otherwise())
            .put("hours", hours(callback.contact().hours()))
            .put("until", callback.until().toString())
            .put("exercise", callback.exercise());
    callback.contact().language().ifPresent(language -> json.put("language", language.tag()));
    callback.wishedAt().ifPresent(at -> json.put("wishedAt", at.toString()));
    return json;
  }

  private static JsonObject hours(SafeHours hours) {
    JsonArray windows = new JsonArray();
    for (SafeHours.Window window : hours.windows()) {
      JsonArray days = new JsonArray();
      window.days().stream()
          .sorted()
          .map(DayOfWeek::name)
          .map(day -> day.toLowerCase(Locale.ROOT))
          .forEach(days::add);
      windows.add(
          new JsonObject()
              .put("days", days)
              .put("from", window.from().toString())
              .put("until", window.until().toString()));
    }
    return new JsonObject().put("zone", hours.zone().getId()).put("windows", windows);
  }

  private static ServiceId desk(Principal operator) {
    return operator.desk().orElseThrow(() -> Problem.notFound().asException());
  }

  private static CallbackId id(Exchange exchange) {
    String text = exchange.path("id");
    if (!CallbackId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new CallbackId(text);
  }
}
