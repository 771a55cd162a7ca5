package org.ariane.ops;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ariane.ops.bench.Bench;
import org.ariane.ops.bench.Result;
import org.ariane.ops.bench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Runs the benchmarks named, or all, each on a Redis of its own. Logs go to a file, as the
/// server's do, so that standard output holds results alone.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "run benchmarks, each beside a reference")
final class BenchCommand implements Callable<Integer> {
  private static final int MISSING = 1;
  private static final int INVALID = 2;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      completionCandidates = Names.class,
      description = "benchmarks, all if none is named: ${COMPLETION-CANDIDATES}")
  private List<String> names = List.of();

  /// For the help.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Bench.all().stream().map(Bench::name).iterator();
    }
  }

  @Override
  public Integer call() throws Exception {
    List<String> known = Bench.all().stream().map(Bench::name).toList();
    List<String> unknown = names.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      System.err.println(
          "No such benchmark: %s. There are: %s"
              .formatted(String.join(", ", unknown), String.join(", ", known)));
      return INVALID;
    }
    if (Workbench.missing().isPresent()) {
      System.err.println(Workbench.missing().get());
      return MISSING;
    }
    Path target = Files.createDirectories(Invocation.home().resolve("ops/target"));
    PrintStream lines = System.out;
    try (PrintStream log =
        new PrintStream(
            Files.newOutputStream(target.resolve("bench.log")), true, StandardCharsets.UTF_8)) {
      System.setOut(log);
      run(lines, target.resolve("bench.json"));
    } finally {
      System.setOut(lines);
    }
    return 0;
  }

  private void run(PrintStream lines, Path file) throws Exception {
    List<Result> results = new ArrayList<>();
    for (Bench bench : Bench.all()) {
      boolean wanted = names.isEmpty() || names.contains(bench.name());
      if (wanted && bench.missing().isPresent()) {
        System.err.println(bench.name() + " cannot be run: " + bench.missing().get());
      } else if (wanted) {
        System.err.println(bench.name() + ": " + bench.summary());
        try (Workbench on = Workbench.open(Invocation.home())) {
          for (Result result : bench.run(on)) {
            lines.println(result.line());
            lines.flush();
            results.add(result);
          }
        }
        write(file, results);
      }
    }
  }

  private static void write(Path file, List<Result> results) throws IOException {
    JsonObject report =
        new JsonObject()
            .put("at", Instant.now().toString())
            .put("java", Runtime.version().toString())
            .put("processors", Runtime.getRuntime().availableProcessors())
            .put(
                "results",
                new JsonArray(results.stream().map(Result::json).collect(Collectors.toList())));
    Files.writeString(file, report.encodePrettily() + "\n");
  }
}
