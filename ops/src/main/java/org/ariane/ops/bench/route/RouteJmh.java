package org.ariane.ops.bench.route;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Zone;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What JMH measures, on one thread. Each decision is that of another person, a millisecond after
/// the one before; so hours open and close a hundred times as fast as in life, and what is
/// remembered of them has to be found anew.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx5g")
public class RouteJmh {
  static final int BEST = 8;
  private static final int PEOPLE = 1 << 14;
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  @Param({"50000"})
  public int services;

  private @Nullable Directory directory;
  private List<ServiceQuery> people = List.of();
  private long asked;

  /// What a plan is made from.
  public record Decision(Optional<Zone> zone, List<ServiceMatch> best) {}

  @Setup
  public void open() {
    Gazetteer gazetteer = Communes.of(Communes.texts());
    Random random = new Random(7);
    directory = National.of(gazetteer, services);
    people = random.ints(PEOPLE).mapToObj(i -> National.query(gazetteer, random)).toList();
  }

  private Directory directory() {
    Directory opened = directory;
    if (opened == null) {
      throw new IllegalStateException("not set up");
    }
    return opened;
  }

  private ServiceQuery next() {
    return people.get((int) (asked++ & (PEOPLE - 1)));
  }

  @Benchmark
  public Decision decision() {
    ServiceQuery query = next();
    Instant at = START.plusMillis(asked);
    return new Decision(
        query.position().flatMap(directory()::zoneAt), directory().best(query, at, BEST));
  }

  @Benchmark
  public Optional<Zone> lookUp() {
    return next().position().flatMap(directory()::zoneAt);
  }

  @Benchmark
  public Decision scan() {
    ServiceQuery query = next();
    Instant at = START.plusMillis(asked);
    return new Decision(
        query.position().flatMap(directory()::zoneAt),
        directory().search(query, at).matches().stream().limit(BEST).toList());
  }
}
