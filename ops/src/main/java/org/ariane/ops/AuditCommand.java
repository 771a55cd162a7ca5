package org.ariane.ops;

import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.ariane.ops.config.AnchorFile;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Keys;
import org.ariane.ops.config.RuntimePorts;
import org.ariane.router.audit.AuditChain;
import org.ariane.router.audit.AuditLog.Verdict;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.audit.tink.TinkChainKey;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Walks the audit log of a deployment that runs, line by line from the first.
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "check that nobody changed the audit log")
final class AuditCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final int BROKEN = 1;
  private static final int INVALID = 2;

  @Parameters(paramLabel = "verify", description = "what to do: verify")
  private String what = "";

  @Option(names = "--data", required = true, description = "data folder of the deployment")
  private @Nullable Path data;

  @Option(names = "--redis", description = "redis://… where the deployment has its own Redis")
  private @Nullable String redis;

  @Override
  public Integer call() throws IOException {
    DataFolder folder = new DataFolder(Optional.ofNullable(data).orElseThrow().toAbsolutePath());
    if (!what.equals("verify") || !folder.runtime().toFile().exists()) {
      System.err.println(
          "Usage: ops/audit verify --data DIR, with DIR of a server that was started");
      return INVALID;
    }
    Keys keys = Keys.in(folder.keys());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        AlarmRedis store = new AlarmRedis(uri(folder, keys))) {
      store.start(threads);
      RedisAuditLog log =
          new RedisAuditLog(
              store,
              new AuditChain(new TinkChainKey(keys.audit())),
              new AnchorFile(folder.auditAnchor()));
      long start = System.nanoTime();
      while (store.durability().state() == Durability.State.UNKNOWN
          && System.nanoTime() - start < PATIENCE.toNanos()) {
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
      if (store.durability().state() == Durability.State.UNKNOWN) {
        System.err.println("Redis does not answer: is the server running?");
        return INVALID;
      }
      return say(log.verify(), log.pending());
    } catch (LogUnavailableException e) {
      System.err.println("Redis does not answer: " + e.getMessage());
      return INVALID;
    }
  }

  private static int say(Verdict verdict, long pending) {
    int code =
        switch (verdict) {
          case Verdict.Whole(long lines) -> {
            System.out.println("OK: " + lines + " entries, each as it was written");
            yield 0;
          }
          case Verdict.Broken(long line, String why) -> {
            System.out.println("BROKEN at entry " + line + ": " + why);
            yield BROKEN;
          }
        };
    System.out.println(pending + " pending");
    return code;
  }

  private RedisURI uri(DataFolder folder, Keys keys) throws IOException {
    return redis != null
        ? RedisURI.create(redis)
        : RedisURI.builder()
            .withHost("127.0.0.1")
            .withPort(RuntimePorts.read(folder.runtime()).redis())
            .withPassword(keys.redisPassword().toCharArray())
            .build();
  }
}
