package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.identity.Ulid;

/// Raises an exercise alarm in a zone of a centre, through the same door as every other alarm, so
/// that the whole way is tried: store, delivery, consoles, escalation.
public final class ExerciseEndpoints {
  private static final Set<Role> ROLES = Set.of(Role.COORDINATOR, Role.SUPERVISOR);
  private static final String NOTE = "EXERCICE · OEFENING · ÜBUNG · EXERCISE · تمرين";

  private final AlarmIntake intake;
  private final DirectorySource directory;
  private final Ulid ulids;
  private final InstantSource clock;

  public ExerciseEndpoints(
      AlarmIntake intake, DirectorySource directory, Ulid ulids, InstantSource clock) {
    this.intake = intake;
    this.directory = directory;
    this.ulids = ulids;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(Endpoint.post("/v1/centres/:id/exercise", ROLES, this::raise));
  }

  private Reply raise(Exchange exchange) {
    Principal who = exchange.principal();
    CentreId centre =
        directory.current().centres().stream()
            .map(DispatchCentre::id)
            .filter(id -> id.value().equals(exchange.path("id")))
            .filter(id -> who.role() == Role.COORDINATOR || who.centre().equals(Optional.of(id)))
            .findFirst()
            .orElseThrow(() -> Problem.notFound().asException());
    Zone zone =
        directory.current().zones().stream()
            .filter(one -> one.firstCentre().equals(centre))
            .min(Comparator.comparing(one -> one.id().value()))
            .orElseThrow(() ->
                Problem.of(
                        409,
                        "no-zone",
                        "No zone begins with this centre",
                        "It only steps in for others: exercise with the first of their chain.")
                    .asException());
    return switch (intake.take(alarm(who, zone))) {
      case Receipt.Accepted accepted ->
          Reply.accepted(
              new JsonObject()
                  .put("alarmId", accepted.alarm().value())
                  .put("incidentId", accepted.incident().value())
                  .put("zone", zone.id().value())
                  .put("coverage", accepted.covered() ? "centre" : "none")
                  .put("degraded", new JsonArray(accepted.degraded())));
      case Receipt.NotDurable refused ->
          throw Problem.of(
                  503, "not-durable", "The exercise could not be stored for good", "Repeat it.")
              .with("retryAfterS", refused.retryAfterS())
              .asException();
    };
  }

  private Alarm alarm(Principal who, Zone zone) {
    Instant now = clock.instant();
    String id = ulids.next();
    return new Alarm(
        new AlarmSource.Operator(who.id().value(), Optional.empty()),
        id,
        id,
        now,
        Optional.of(now),
        Trigger.BUTTON,
        Optional.empty(),
        inside(zone, now),
        postcode(zone),
        Optional.empty(),
        Optional.of(NOTE),
        Optional.of(false),
        false,
        true,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Optional<Fix> inside(Zone zone, Instant now) {
    return zone.area()
        .map(area -> area.getInteriorPoint().getCoordinate())
        .map(point ->
            new Fix(
                new Position(point.getY(), point.getX()),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.of(now)));
  }

  private static Optional<Address> postcode(Zone zone) {
    return zone.postcodes().stream()
        .min(Comparator.comparing(Postcode::digits))
        .map(postcode ->
            new Address(
                Optional.empty(),
                Optional.of(postcode.digits()),
                Optional.empty(),
                Optional.of(postcode.country().code())));
  }
}
