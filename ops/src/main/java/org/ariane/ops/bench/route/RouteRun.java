package org.ariane.ops.bench.route;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Gazetteer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/// Runs [RouteJmh] in processes of its own, and measures what loading takes in this one.
public final class RouteRun {
  private RouteRun() {}

  /// Microseconds a call, on one thread.
  ///
  /// @param perSecond calls in a second, from the mean
  public record Timing(double perSecond, double mean, double p50, double p99) {}

  /// Lets JMH measure one of them in a process of its own.
  ///
  /// @param what `decision`, `lookUp` or `scan`
  /// @param log where JMH tells what it does
  public static Timing time(String what, int services, Path log) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(RouteJmh.class.getName() + "." + what + "$")
                    .param("services", Integer.toString(services))
                    .output(log.toString())
                    .build())
            .run();
    Statistics of = results.iterator().next().getPrimaryResult().getStatistics();
    return new Timing(1e6 / of.getMean(), of.getMean(), of.getPercentile(50), of.getPercentile(99));
  }

  /// What it takes to have a country in memory: seconds and megabytes, of borders alone and with
  /// the services.
  public static Map<String, Double> load(int services) {
    List<String> texts = Communes.texts();
    double empty = usedMb();
    long start = System.nanoTime();
    Gazetteer gazetteer = Communes.of(texts);
    double bordersS = (System.nanoTime() - start) / 1e9;
    double bordersMb = usedMb() - empty;
    start = System.nanoTime();
    Directory directory = National.of(gazetteer, services);
    double servicesS = (System.nanoTime() - start) / 1e9;
    double servicesMb = usedMb() - empty - bordersMb;
    return Map.of(
        "real-borders",
        texts.isEmpty() ? 0.0 : 1.0,
        "communes",
        (double) gazetteer.communes().size(),
        "zones",
        (double) directory.zones().size(),
        "borders-load-s",
        bordersS,
        "borders-mb",
        bordersMb,
        "outlines-mb",
        gazetteer.outlineBytes() / 1e6,
        "services-load-s",
        servicesS,
        "services-mb",
        servicesMb);
  }

  private static double usedMb() {
    IntStream.range(0, 3).forEach(i -> System.gc());
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
