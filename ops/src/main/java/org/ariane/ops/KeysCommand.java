package org.ariane.ops;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.ariane.ops.config.AnchorFile;
import org.ariane.ops.config.DataFolder;
import org.ariane.ops.config.KeyRotation;
import org.ariane.ops.config.KeyRotation.Step;
import org.ariane.ops.config.Keys;
import org.ariane.router.audit.AuditChain;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.audit.tink.TinkChainKey;
import org.ariane.router.callback.redis.RedisCallbacks;
import org.ariane.router.danger.redis.RedisAssessments;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.exclusion.redis.RedisExclusions;
import org.ariane.router.identity.Ulid;
import org.ariane.router.instruction.redis.RedisInstructions;
import org.ariane.router.order.redis.RedisOrders;
import org.ariane.router.redlist.redis.RedisRedList;
import org.ariane.router.redlist.tink.TinkIndexKeys;
import org.ariane.router.secrecy.tink.TinkSealing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes the next step of replacing a key of a deployment that runs.
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "replace the keys of the red list, a step at a time")
final class KeysCommand implements Callable<Integer> {
  private static final int NOT_YET = 1;
  private static final int INVALID = 2;

  /// An alarm joins another of the same phone for 30 minutes, found under the key of the first.
  private static final Map<String, Duration> REST =
      Map.of("lookups", Duration.ofMinutes(31), "values", Duration.ZERO);

  @Parameters(index = "0", paramLabel = "rotate", description = "what to do: rotate")
  private String what = "";

  @Parameters(index = "1", paramLabel = "lookups|values", description = "which keys")
  private String which = "";

  @Option(names = "--data", required = true, description = "data folder of the deployment")
  private @Nullable Path data;

  @Option(names = "--redis", description = "redis://… where the deployment has its own Redis")
  private @Nullable String redis;

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    DataFolder folder = new DataFolder(Optional.ofNullable(data).orElseThrow().toAbsolutePath());
    Duration rest = REST.get(which);
    if (!what.equals("rotate") || rest == null || !folder.runtime().toFile().exists()) {
      System.err.println(
          "Usage: ops/keys rotate lookups|values --data DIR, with DIR of a server that was started");
      return INVALID;
    }
    Path file = folder.keys().resolve(which + ".json");
    if (!Files.getOwner(file).getName().equals(System.getProperty("user.name"))) {
      System.err.println("Run it as the owner of " + file + ", or the server cannot read it after");
      return INVALID;
    }
    Keys keys = Keys.in(folder.keys());
    Instant changed = Files.getLastModifiedTime(file).toInstant();
    KeysetHandle now = which.equals("lookups") ? keys.lookups() : keys.values();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        AlarmRedis store = RunningStore.of(folder, keys, Optional.ofNullable(redis))) {
      if (!RunningStore.answers(store, threads)) {
        System.err.println("Redis does not answer: is the server running?");
        return INVALID;
      }
      Optional<Instant> promoted =
          which.equals("lookups") ? Optional.of(changed) : Optional.empty();
      LongSupplier left = left(folder, keys, store, promoted);
      Step step = new KeyRotation(now, changed, rest).next(Instant.now(), left);
      return take(step, file);
    } catch (LogUnavailableException e) {
      System.err.println("Redis does not answer: " + e.getMessage());
      return INVALID;
    }
  }

  /// Exclusions, orders, registered instructions and call-backs are filed under lookups, too: that
  /// is done here, since servers do it for new ones only. An assessment cannot be: the key stays
  /// until the last of before is gone.
  private static LongSupplier left(
      DataFolder folder, Keys keys, AlarmRedis store, Optional<Instant> promoted) {
    TinkIndexKeys names = new TinkIndexKeys(keys.lookups());
    RedisAuditLog audit =
        new RedisAuditLog(
            store,
            new AuditChain(new TinkChainKey(keys.audit())),
            new AnchorFile(folder.auditAnchor()));
    return () -> {
      new RedisExclusions(store, names, audit).refile();
      new RedisOrders(store, names).refile();
      Ulid ulids = new Ulid(InstantSource.system(), new SecureRandom());
      RedisAssessments assessments = new RedisAssessments(store, names, ulids);
      long kept = promoted.map(assessments::keptBefore).orElse(0L);
      TinkSealing sealing = new TinkSealing(keys.values());
      InstantSource clock = InstantSource.system();
      return kept
          + new RedisInstructions(store, names, sealing, clock).refile()
          + new RedisCallbacks(store, names, sealing, clock).refile()
          + new RedisRedList(store, names, sealing, audit, Map.of(), clock).refiling().left();
    };
  }

  private int take(Step step, Path file) throws IOException, GeneralSecurityException {
    String again = "Then: ops/keys rotate " + which;
    return switch (step) {
      case Step.Add(KeysetHandle next) -> {
        write(file, next);
        say("1 of 3: a second key is added to " + file + ".");
        say("Back the file up, and copy it to every other server of this deployment.");
        say("Wait a minute, until each has read it. " + again);
        yield 0;
      }
      case Step.Promote(KeysetHandle next) -> {
        write(file, next);
        say("2 of 3: the second key is the one that writes now; the first still reads.");
        say("Back the file up, and copy it to every other server. Entries are being refiled.");
        say("Wait " + minutes(which) + ". " + again);
        yield 0;
      }
      case Step.Retire(KeysetHandle next) -> {
        write(file, next);
        say("3 of 3: the first key is retired. The rotation is finished.");
        say(
            "Copy the file to every other server. Keep the old backup as long as backups of Redis"
                + " that need it.");
        yield 0;
      }
      case Step.Wait(Instant until) -> {
        say("Not yet: not before " + until.truncatedTo(ChronoUnit.SECONDS) + ". Nothing was done.");
        yield NOT_YET;
      }
      case Step.Unfinished(long left) -> {
        say("Not yet: " + left + " entries still need the first key. Nothing was done.");
        say(
            "A server that runs refiles those of the red list within five minutes; its log says which"
                + " cannot be. Danger assessments cannot be refiled: they go half a year after they were"
                + " made. Until then both keys stay, at no risk.");
        yield NOT_YET;
      }
      case Step.Unknown() -> {
        System.err.println(
            file + " was changed by hand: it holds more than two keys, or dead ones");
        yield INVALID;
      }
    };
  }

  private static String minutes(String which) {
    return which.equals("lookups") ? "31 minutes" : "a minute";
  }

  private static void write(Path file, KeysetHandle next)
      throws IOException, GeneralSecurityException {
    DataFolder.write(
        file,
        TinkJsonProtoKeysetFormat.serializeKeyset(
            next, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
