package org.ariane.ops.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;
import org.ariane.router.plan.Planner;
import org.ariane.router.plan.RouteRequest;
import org.ariane.router.plan.Staffing;
import org.locationtech.jts.geom.Envelope;

/// How many points become a zone, a ranking of services and a plan in a second, on one thread. The
/// points are spread over the areas of the sample, the same in every run.
final class RouteBench implements Bench {
  private static final int POINTS = 1024;
  private static final long SEED = 20_261_101;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration ROUND = Duration.ofMillis(700);
  private static final Instant AT = Instant.parse("2026-11-21T21:41:07Z");

  @Override
  public String name() {
    return "route";
  }

  @Override
  public String summary() {
    return "point to zone, services and plan on one thread, against the look-up of the zone alone";
  }

  @Override
  public List<Result> run(Workbench on) throws Exception {
    Directory directory = on.deployment().directory();
    Planner planner = new Planner(on.deployment().configuration().fallbackNumber());
    Line line = directory.lines().getFirst();
    List<Position> points = points(directory);
    ToIntFunction<Position> ours = point -> route(point, directory, planner, line);
    ToIntFunction<Position> reference = point -> directory.zoneAt(point).isPresent() ? 1 : 0;
    perSecond(points, ours, WARM_UP);
    perSecond(points, reference, WARM_UP);
    Rounds rounds =
        Rounds.alternate(
            ROUNDS,
            () -> perSecond(points, reference, ROUND),
            () -> perSecond(points, ours, ROUND));
    return List.of(
        new Result(
            name(),
            rounds.medianOfOurs(),
            rounds.medianOfReference(),
            "routes/s",
            Map.of(
                "zones", (double) directory.zones().size(),
                "services", (double) directory.services().size())));
  }

  private static int route(Position point, Directory directory, Planner planner, Line line) {
    Optional<Language> language = Language.parse("ar");
    Optional<Postcode> postcode =
        directory.zoneAt(point).flatMap(zone -> zone.postcodes().stream().findFirst());
    ServiceQuery query =
        new ServiceQuery(
            Optional.of(point),
            postcode,
            language,
            Optional.of("urn:service:counseling"),
            Set.of(),
            Optional.of("phone"));
    RouteRequest request =
        new RouteRequest(line.id(), ContactChannel.CALL, language, postcode, Danger.NONE, false);
    return directory.search(query, AT).matches().size()
        + planner.plan(request, directory, line, new Staffing.ByHours(), AT).steps().size();
  }

  private static List<Position> points(Directory directory) {
    Random random = new Random(SEED);
    List<Envelope> boxes =
        directory.zones().stream()
            .map(Zone::area)
            .flatMap(Optional::stream)
            .map(area -> area.getEnvelopeInternal())
            .toList();
    return IntStream.range(0, POINTS)
        .mapToObj(i -> boxes.get(i % boxes.size()))
        .map(box ->
            new Position(
                box.getMinY() + random.nextDouble() * box.getHeight(),
                box.getMinX() + random.nextDouble() * box.getWidth()))
        .toList();
  }

  private static double perSecond(
      List<Position> points, ToIntFunction<Position> work, Duration time) {
    long start = System.nanoTime();
    long done = 0;
    long seen = 0;
    while (System.nanoTime() - start < time.toNanos()) {
      for (int i = 0; i < 16; i++) {
        seen += work.applyAsInt(points.get((int) (done++ % points.size())));
      }
    }
    if (seen == 0) {
      throw new IllegalStateException("no point lies in a zone");
    }
    return done * 1e9 / (System.nanoTime() - start);
  }
}
