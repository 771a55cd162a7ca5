package org.ariane.ops.faults;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.ops.journey.Api;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.lane.CentreSystem;
import org.ariane.router.dispatch.lane.People;
import org.ariane.router.dispatch.lane.RunningLane;
import org.ariane.router.dispatch.lane.SmallDirectory;
import org.ariane.router.dispatch.webhook.CentreTls;

/// One of several servers: the real alarm lane in a process of its own, with a clock that is wrong,
/// which can be killed. Ends when its parent does.
final class LaneProcess implements AutoCloseable {
  private final Process process;
  private final Path out;

  /// Returns when it serves.
  LaneProcess(
      RedisURI redis, CentreSystem first, CentreSystem second, Duration ahead, Path folder) {
    out = folder.resolve("lane" + ahead.toMillis());
    String path =
        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
            .orElse(System.getProperty("java.class.path"));
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  path,
                  LaneProcess.class.getName(),
                  Integer.toString(redis.getPort()),
                  first.endpoint().url().toString(),
                  second.endpoint().url().toString(),
                  Long.toString(ahead.toMillis()))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .failFast(() -> !process.isAlive())
        .until(() -> said().contains("\nSERVES "));
  }

  /// Arguments: port of Redis, addresses of the systems of two centres, and by how many
  /// milliseconds the clock is ahead.
  public static void main(String[] args) throws IOException {
    Duration within = Duration.ofSeconds(10);
    RunningLane lane =
        RunningLane.start(
            RedisURI.create("127.0.0.1", Integer.parseInt(args[0])),
            Map.of(
                SmallDirectory.VAL_DE_MARNE,
                CentreSystem.endpoint(URI.create(args[1]), CentreTls.ofTheJdk()),
                SmallDirectory.NORD,
                CentreSystem.endpoint(URI.create(args[2]), CentreTls.ofTheJdk())),
            Set.of(),
            new AnswerTimes(within, within, within, within),
            LinkPace.DEFAULT,
            Clock.offset(Clock.systemUTC(), Duration.ofMillis(Long.parseLong(args[3]))));
    System.out.println("\nSERVES " + lane.port());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  Api as(People who) {
    String port =
        said().lines().filter(line -> line.startsWith("SERVES ")).findFirst().orElseThrow();
    return new Api("http://127.0.0.1:" + port.substring("SERVES ".length()), who.token());
  }

  void kill() {
    process.destroyForcibly();
    await().until(() -> !process.isAlive());
  }

  private String said() {
    try {
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
