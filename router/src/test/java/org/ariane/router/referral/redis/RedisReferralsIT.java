package org.ariane.router.referral.redis;

import static org.ariane.router.referral.SampleReferrals.REFERRER;
import static org.ariane.router.referral.SampleReferrals.SHELTER;
import static org.ariane.router.referral.SampleReferrals.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.ariane.router.referral.Delivery;
import org.ariane.router.referral.ReferralStore;
import org.ariane.router.referral.ReferralStoreContract;
import org.ariane.router.secrecy.tink.TinkSealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Referrals in a real Redis.
class RedisReferralsIT extends ReferralStoreContract {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private AlarmRedis redis;
  private RedisReferrals store;

  @BeforeEach
  void connect() throws GeneralSecurityException {
    AeadConfig.register();
    redis = new AlarmRedis(REDIS.server().uri());
    redis.start(threads);
    store =
        new RedisReferrals(
            redis,
            new TinkSealing(
                KeysetHandle.newBuilder()
                    .addEntry(
                        KeysetHandle.generateEntryFromParameters(
                                PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build()),
            Instant::now);
    await().ignoreExceptions().until(() -> store.at(SHELTER).isEmpty());
  }

  @AfterEach
  void disconnect() {
    redis.close();
    threads.close();
  }

  @Override
  protected ReferralStore store() {
    return store;
  }

  @Test
  void nothingOfHerIsToBeReadInTheStore() {
    store.put(referral(1, Delivery.DESK, now, Duration.ofDays(7)), "request-1");

    List<String> raw = new ArrayList<>();
    REDIS
        .server()
        .with(commands -> {
          for (String key : commands.keys("*referral*")) {
            raw.add(key);
            assertThat(commands.pttl(key)).as("the end of " + key).isPositive();
            if (commands.type(key).equals("string")) {
              raw.add(commands.get(key));
            }
          }
          return true;
        });
    assertThat(raw).hasSizeGreaterThan(4);
    assertThat(raw.toString())
        .doesNotContain("612345678", "Sophie", "tilleul", "wrong number", "bed");
  }

  @Test
  void itEndsByItselfAndMakesRoom() {
    store.put(referral(1, Delivery.DESK, now, Duration.ofSeconds(1)), "request-1");
    store.put(referral(2, Delivery.DESK, now, Duration.ofDays(1)), "request-2");

    await().atMost(Duration.ofSeconds(4)).until(() -> store.at(SHELTER).size() == 1);
    assertThat(store.by(REFERRER.id())).hasSize(1);
    store.put(referral(3, Delivery.DESK, now, Duration.ofDays(1)), "request-3");
    REDIS
        .server()
        .with(commands -> {
          assertThat(commands.zcard("{referral}:service:shelter")).isEqualTo(2);
          return true;
        });
  }
}
