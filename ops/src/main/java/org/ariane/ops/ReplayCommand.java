package org.ariane.ops;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Keys;
import org.ariane.ops.config.RuntimePorts;
import org.ariane.ops.replay.ReplayReport;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.ariane.router.dispatch.redis.RedisDecisions;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.priority.yaml.ShippedPolicies;
import org.ariane.router.priority.yaml.YamlPriorityPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Takes recorded decisions on urgency again from their features, under the policy that each names;
/// or shows which would be another class under a policy that is not in force yet. Reads only.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "take recorded decisions on urgency again")
final class ReplayCommand implements java.util.concurrent.Callable<Integer> {
  private static final int UNREACHABLE = 1;
  private static final int INVALID = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  @Option(names = "--data", required = true, description = "folder of keys, accounts and data")
  private @Nullable Path data;

  @Option(names = "--redis", description = "another Redis, as redis://host:port")
  private @Nullable String redis;

  @Option(names = "--incident", description = "decisions of one incident")
  private @Nullable String incident;

  @Option(names = "--policy", description = "a policy to try: which classes would change")
  private @Nullable Path policy;

  @Override
  public Integer call() throws IOException {
    PrintStream lines = System.out;
    if (incident != null && !IncidentId.isValid(incident)) {
      System.err.println("Not the id of an incident: it looks like in-01JD8Z4TA2….");
      return INVALID;
    }
    Optional<PriorityPolicy> tried;
    try {
      tried = Optional.ofNullable(policy).map(ReplayCommand::read);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return INVALID;
    }
    RedisURI uri;
    try {
      uri = redis == null ? ownRedis() : RedisURI.create(redis);
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("There is no running server under this data folder: " + e.getMessage());
      return UNREACHABLE;
    }
    return replay(uri, tried, lines);
  }

  private int replay(RedisURI uri, Optional<PriorityPolicy> tried, PrintStream lines) {
    // Standard output holds results alone.
    System.setOut(System.err);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try (threads;
        AlarmRedis connection = new AlarmRedis(uri)) {
      connection.start(threads);
      if (!answers(connection)) {
        System.err.println("Redis does not answer: start the server with ops/run.");
        return UNREACHABLE;
      }
      ReplayReport report =
          new ReplayReport(new RedisDecisions(connection), new ShippedPolicies(), lines);
      Optional<IncidentId> one = Optional.ofNullable(incident).map(IncidentId::new);
      return tried.isPresent() ? report.whatIf(tried.get(), one) : report.verify(one);
    } catch (LogUnavailableException e) {
      System.err.println("Redis went away meanwhile: " + e.getMessage());
      return UNREACHABLE;
    } finally {
      System.setOut(lines);
    }
  }

  private static boolean answers(AlarmRedis connection) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (connection.durability().state() == Durability.State.UNKNOWN) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return true;
  }

  private RedisURI ownRedis() throws IOException {
    DataFolder folder = new DataFolder(Optional.ofNullable(data).orElseThrow().toAbsolutePath());
    return RedisURI.builder()
        .withHost("127.0.0.1")
        .withPort(RuntimePorts.read(folder.runtime()).redis())
        .withPassword(Keys.in(folder.keys()).redisPassword().toCharArray())
        .build();
  }

  private static PriorityPolicy read(Path file) {
    try {
      return YamlPriorityPolicy.parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("The policy cannot be read: " + file, e);
    }
  }
}
