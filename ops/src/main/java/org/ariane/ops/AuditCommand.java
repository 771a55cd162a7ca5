package org.ariane.ops;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.ops.config.AnchorFile;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.Keys;
import org.ariane.router.audit.AuditChain;
import org.ariane.router.audit.AuditLog.Verdict;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.audit.tink.TinkChainKey;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
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
        AlarmRedis store = RunningStore.of(folder, keys, Optional.ofNullable(redis))) {
      if (!RunningStore.answers(store, threads)) {
        System.err.println("Redis does not answer: is the server running?");
        return INVALID;
      }
      RedisAuditLog log =
          new RedisAuditLog(
              store,
              new AuditChain(new TinkChainKey(keys.audit())),
              new AnchorFile(folder.auditAnchor()));
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
}
