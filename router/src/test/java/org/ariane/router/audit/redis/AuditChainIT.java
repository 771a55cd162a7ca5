package org.ariane.router.audit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.audit.AuditAnchor;
import org.ariane.router.audit.AuditChain;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog.Verdict;
import org.ariane.router.audit.Link.Tail;
import org.ariane.router.audit.tink.TinkChainKey;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditChainIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final String CHAIN = "{alarm}:audit:chain";
  private static final String PENDING = "{alarm}:audit:pending";
  private static final AuditChain PROOFS = chain();

  private final MemoryAnchor anchor = new MemoryAnchor();
  private ExecutorService threads;
  private AlarmRedis redis;
  private RedisAuditLog log;

  private static final class MemoryAnchor implements AuditAnchor {
    private Optional<Tail> tail = Optional.empty();

    @Override
    public Optional<Tail> read() {
      return tail;
    }

    @Override
    public void write(Tail next) {
      tail = Optional.of(next);
    }
  }

  @BeforeEach
  void start() {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    redis = new AlarmRedis(REDIS.server().uri());
    redis.start(threads);
    await().until(() -> redis.durability().state() == Durability.State.PROMISED);
    log = new RedisAuditLog(redis, PROOFS, anchor);
  }

  @AfterEach
  void stop() {
    redis.close();
    threads.shutdown();
  }

  private static AuditChain chain() {
    try {
      MacConfig.register();
      HmacParameters parameters =
          HmacParameters.builder()
              .setKeySizeBytes(32)
              .setTagSizeBytes(32)
              .setHashType(HmacParameters.HashType.SHA256)
              .setVariant(HmacParameters.Variant.TINK)
              .build();
      return new AuditChain(
          new TinkChainKey(
              KeysetHandle.newBuilder()
                  .setConfiguration(RegistryConfiguration.get())
                  .addEntry(
                      KeysetHandle.generateEntryFromParameters(parameters)
                          .withRandomId()
                          .makePrimary())
                  .build()));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AuditEntry entry(String about) {
    return new AuditEntry(
        Instant.now(),
        new PrincipalId("registrar-1"),
        Optional.of(Role.REGISTRAR),
        "red-list.read",
        about,
        Optional.empty());
  }

  private void tenLines() {
    for (int i = 1; i <= 10; i++) {
      log.record(entry("rl-" + i));
    }
  }

  @Test
  void linesAreListedInOrderAndTheChainIsWhole() {
    tenLines();
    log.record(entry("rl-3").because("asked by the court"));
    assertThat(log.verify()).isEqualTo(new Verdict.Whole(11));
    assertThat(log.list(8, Optional.empty()).lines()).hasSize(3);
    assertThat(log.list(0, Optional.of("rl-3")).lines())
        .extracting(link -> link.n())
        .containsExactly(3L, 11L);
    assertThat(log.list(10, Optional.empty()).lines().getFirst().entry().reason())
        .contains("asked by the court");
  }

  @Test
  void twoServersAtOnceMakeOneChain() throws Exception {
    RedisAuditLog other = new RedisAuditLog(redis, PROOFS, anchor);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      RedisAuditLog one = i % 2 == 0 ? log : other;
      all.add(threads.submit(() -> one.record(entry("rl"))));
    }
    for (Future<?> one : all) {
      one.get();
    }
    assertThat(log.verify()).isEqualTo(new Verdict.Whole(60));
  }

  @Test
  void pendingLinesAreChainedInTheirOrderAndOnce() {
    for (int i = 1; i <= 5; i++) {
      Map<String, String> line =
          Map.of("by", "intake", "action", "red-list.matched", "about", "rl-" + i);
      REDIS.server().with(commands -> commands.xadd(PENDING, line));
    }
    assertThat(log.pending()).isEqualTo(5);
    PendingLines one = new PendingLines(log);
    PendingLines other = new PendingLines(new RedisAuditLog(redis, PROOFS, anchor));
    one.start(threads);
    other.start(threads);
    await().until(() -> log.pending() == 0);
    one.close();
    other.close();
    assertThat(log.list(0, Optional.empty()).lines())
        .extracting(link -> link.entry().about())
        .containsExactly("rl-1", "rl-2", "rl-3", "rl-4", "rl-5");
    assertThat(log.verify()).isEqualTo(new Verdict.Whole(5));
    assertThat(anchor.read()).map(Tail::n).contains(5L);
  }

  @Test
  void aChangedLineIsFound() {
    tampered(lines -> lines.get(3).put("about", "rl-99"));
    assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(4));
  }

  @Test
  void aDeletedLineIsFound() {
    tenLines();
    REDIS.server().with(commands -> commands.xdel(CHAIN, "6-0"));
    assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(6));
  }

  @Test
  void aDeletedLineIsFoundWhereTheOthersMovedUp() {
    tampered(lines -> lines.remove(5));
    assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(6));
  }

  @Test
  void swappedLinesAreFound() {
    tampered(lines -> Collections.swap(lines, 1, 2));
    assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(2));
  }

  @Test
  void linesThatWereCutOffAreFoundByTheStream() {
    tenLines();
    REDIS.server().with(commands -> commands.xdel(CHAIN, "9-0", "10-0"));
    assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(9));
    // Work goes on, and does not hide it.
    log.record(entry("rl-11"));
    assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(9));
  }

  @Test
  void linesThatWereCutOffWithoutATraceAreFoundByTheAnchor() {
    tenLines();
    assertThat(log.anchored()).isTrue();
    rewritten(lines -> lines.subList(7, 10).clear());
    assertThat(log.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(8));
    // Even after a server that knew nothing of it wrote on, and the anchor stays where it was.
    RedisAuditLog fresh = new RedisAuditLog(redis, PROOFS, anchor);
    for (int i = 0; i < 5; i++) {
      fresh.record(entry("rl-new"));
    }
    assertThat(fresh.anchored()).isFalse();
    assertThat(fresh.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(10));
    REDIS.server().with(commands -> commands.del(CHAIN));
    assertThat(fresh.verify()).isInstanceOfSatisfying(Verdict.Broken.class, at(1));
  }

  private static Consumer<Verdict.Broken> at(long line) {
    return broken -> assertThat(broken.line()).isEqualTo(line);
  }

  private void tampered(Consumer<List<Map<String, String>>> change) {
    tenLines();
    rewritten(change);
  }

  /// What somebody with all rights in Redis can do.
  private static void rewritten(Consumer<List<Map<String, String>>> change) {
    List<StreamMessage<String, String>> lines =
        REDIS.server().with(commands -> commands.xrange(CHAIN, Range.<String>unbounded()));
    List<Map<String, String>> bodies = new ArrayList<>();
    lines.forEach(line -> bodies.add(new HashMap<>(line.getBody())));
    change.accept(bodies);
    REDIS.server().with(commands -> commands.del(CHAIN));
    for (int i = 0; i < bodies.size(); i++) {
      XAddArgs id = new XAddArgs().id((i + 1) + "-0");
      Map<String, String> body = bodies.get(i);
      REDIS.server().with(commands -> commands.xadd(CHAIN, id, body));
    }
  }
}
