package org.ariane.router.callback.redis;

import static org.ariane.router.callback.Agreements.HERS;
import static org.ariane.router.callback.Agreements.ID;
import static org.ariane.router.callback.Agreements.agreed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.callback.Callback;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.ariane.router.redlist.tink.TinkIndexKeys;
import org.ariane.router.secrecy.tink.TinkSealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Safe-contact records in a real Redis.
class PhoneShelfIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final PrincipalId ONE = new PrincipalId("operator-1");
  private static final PrincipalId TWO = new PrincipalId("operator-2");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private AlarmRedis redis;
  private RedisCallbacks callbacks;

  @BeforeEach
  void connect() throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
    redis = new AlarmRedis(REDIS.server().uri());
    redis.start(threads);
    callbacks =
        new RedisCallbacks(
            redis,
            new TinkIndexKeys(
                keyset(
                    HmacPrfParameters.builder()
                        .setKeySizeBytes(32)
                        .setHashType(HmacPrfParameters.HashType.SHA256)
                        .build())),
            new TinkSealing(keyset(PredefinedAeadParameters.AES256_GCM)),
            Instant::now);
    await().ignoreExceptions().until(() -> callbacks.all().isEmpty());
  }

  private static KeysetHandle keyset(Parameters parameters) throws GeneralSecurityException {
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
        .build();
  }

  @AfterEach
  void disconnect() {
    redis.close();
    threads.close();
  }

  @Test
  void whatIsStoredNamesNobodyAndIsFoundByHerNumberOnly() {
    Callback hers = fresh(ID, HERS, Duration.ofDays(1));
    callbacks.put(hers);

    assertThat(callbacks.of(HERS)).isEqualTo(Optional.of(hers));
    assertThat(callbacks.of(new PhoneNumber("+33612345600"))).isEmpty();
    assertThat(callbacks.all()).containsExactly(hers);
    List<String> raw = new ArrayList<>();
    REDIS
        .server()
        .with(commands -> {
          for (String key : commands.keys("*")) {
            raw.add(key);
            if (commands.type(key).equals("string")) {
              raw.add(commands.get(key));
            }
          }
          return true;
        });
    assertThat(raw).hasSizeGreaterThan(3);
    assertThat(raw.toString())
        .doesNotContain("612345678", "Sophie", "tilleul", "trompe", "operator-1");
  }

  @Test
  void exactlyOneOfManyTakesIt() throws Exception {
    callbacks.put(fresh(ID, HERS, Duration.ofDays(1)));
    List<Callable<Optional<Callback>>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(() -> callbacks.take(ID));
    }
    int took = 0;
    for (Future<Optional<Callback>> one : threads.invokeAll(all)) {
      took += one.get().isPresent() ? 1 : 0;
    }
    assertThat(took).isEqualTo(1);
    assertThat(callbacks.of(HERS)).isEmpty();
    assertThat(callbacks.replace(fresh(ID, HERS, Duration.ofDays(1)))).isFalse();
    assertThat(callbacks.all()).isEmpty();
  }

  @Test
  void itEndsByItselfAndTheLaterAgreementCounts() {
    CallbackId later = new CallbackId("cb-01JD8Z4T9K0000000000000001");
    callbacks.put(fresh(ID, HERS, Duration.ofDays(1)));
    Callback second = fresh(later, HERS, Duration.ofSeconds(1));
    callbacks.put(second);
    assertThat(callbacks.find(ID)).isEmpty();
    assertThat(callbacks.all()).containsExactly(second);

    await().atMost(Duration.ofSeconds(4)).until(() -> callbacks.all().isEmpty());
    assertThat(callbacks.of(HERS)).isEmpty();
    REDIS
        .server()
        .with(commands -> {
          assertThat(commands.keys("*callback*")).isEmpty();
          return true;
        });
  }

  @Test
  void isHeldByOneOperatorAtATime() {
    assertThat(callbacks.claim(ID, ONE, Duration.ofSeconds(30))).isTrue();
    assertThat(callbacks.claim(ID, ONE, Duration.ofSeconds(30))).isTrue();
    assertThat(callbacks.claim(ID, TWO, Duration.ofSeconds(30))).isFalse();
    assertThat(callbacks.claimedBy(ID, TWO)).isFalse();
    callbacks.release(ID);
    assertThat(callbacks.claim(ID, TWO, Duration.ofSeconds(30))).isTrue();
  }

  private static Callback fresh(CallbackId id, PhoneNumber number, Duration kept) {
    Callback model = agreed(id, number, true);
    Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    return new Callback(
        id,
        model.by(),
        model.desk(),
        model.contact(),
        now,
        now.plus(kept),
        Optional.of(now),
        false);
  }
}
