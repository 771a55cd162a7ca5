package org.ariane.router.dispatch.lane;

import static org.ariane.router.dispatch.lane.People.OPERATOR_1;
import static org.ariane.router.dispatch.lane.People.REGISTRAR_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Address;
import org.ariane.router.audit.AuditAnchor;
import org.ariane.router.audit.AuditChain;
import org.ariane.router.audit.ChainKey;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.danger.redis.RedisAssessments;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Durability;
import org.ariane.router.dispatch.redis.RedisExtension;
import org.ariane.router.exclusion.redis.RedisExclusions;
import org.ariane.router.identity.Ulid;
import org.ariane.router.instruction.InstructionId;
import org.ariane.router.instruction.SilentInstruction;
import org.ariane.router.instruction.redis.RedisInstructions;
import org.ariane.router.order.redis.RedisOrders;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.tink.TinkIndexKeys;
import org.ariane.router.secrecy.tink.TinkSealing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is filed under lookups beside the red list outlives a key, once it is refiled.
class KeyChangeIT {
  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final String PHONE = "+33612345678";
  private static final Optional<PhoneNumber> NUMBER = Optional.of(new PhoneNumber(PHONE));
  private static final SilentInstruction INSTRUCTION =
      new SilentInstruction(
          new InstructionId("si-01JD8Z4T9K0000000000000000"),
          new PhoneNumber(PHONE),
          Optional.of("Zoé"),
          new Address(
              Optional.of("1 rue Verte"),
              Optional.of("94700"),
              Optional.of("Maisons-Alfort"),
              Optional.of("FR")),
          Optional.empty(),
          new PrincipalId("operator-1"),
          Instant.parse("2026-11-24T10:00:00Z"),
          LocalDate.of(2027, 5, 1));
  private static final RedListQuery QUERY =
      new RedListQuery(NUMBER, Optional.empty(), Optional.empty());
  private static final ChainKey NO_CHAIN =
      new ChainKey() {
        @Override
        public String prove(byte[] bytes) {
          return "none";
        }

        @Override
        public boolean proves(String proof, byte[] bytes) {
          return true;
        }
      };

  @Test
  void whatIsFiledBesideTheRedListIsFoundAfterAKeyIsRetired() throws Exception {
    TestSecrets secrets = new TestSecrets();
    try (RunningLane running = RunningLane.start(REDIS.server().uri(), Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        AlarmRedis store = new AlarmRedis(REDIS.server().uri())) {
      store.start(threads);
      await().until(() -> store.durability().state() != Durability.State.UNKNOWN);
      file(running);
      instructions(store, RunningLane.secrets()).put(INSTRUCTION);
      assertThat(found(store, secrets)).isFalse();
      assertThat(instructions(store, secrets).refile()).as("another's keys").isEqualTo(1);

      TestSecrets both = RunningLane.secrets();
      both.addKeys();
      TinkIndexKeys names = new TinkIndexKeys(both.parts().lookups().get());
      exclusions(store, names).refile();
      new RedisOrders(store, names).refile();
      both.promoteKeys();
      assertThat(instructions(store, both).refile()).isZero();
      both.retireKeys();
      assertThat(found(store, both)).isTrue();
      assertThat(instructions(store, both).all()).containsExactly(INSTRUCTION);
      REDIS
          .server()
          .with(commands -> {
            assertThat(commands.pttl("{silent-instruction}:one:" + INSTRUCTION.id().value()))
                .as("kept as long as before")
                .isGreaterThan(java.time.Duration.ofDays(36_000).toMillis());
            return true;
          });
      instructions(store, both).lift(INSTRUCTION.phone());
      assertThat(instructions(store, both).refile()).isZero();
      assertThat(instructions(store, both).of(INSTRUCTION.phone())).isEmpty();
    }
  }

  private static void file(RunningLane running) {
    JsonObject order =
        new JsonObject()
            .put("kind", "contact-ban")
            .put("court", "TJ Créteil")
            .put("until", "2099-03-01")
            .put("zone", "fr-94-maisons-alfort")
            .put("subject", new JsonObject().put("phone", PHONE));
    assertThat(running.post(REGISTRAR_1, "/v1/orders", order).status()).isEqualTo(201);
    JsonObject exclusion =
        new JsonObject()
            .put("phone", PHONE)
            .put("excluded", new JsonObject().put("kind", "person").put("ref", "officer-1"))
            .put("reason", "partner-works-there");
    assertThat(running.post(OPERATOR_1, "/v1/exclusions", exclusion).status()).isEqualTo(201);
  }

  private static boolean found(AlarmRedis store, TestSecrets secrets) {
    TinkIndexKeys names = new TinkIndexKeys(secrets.parts().lookups().get());
    Ulid ulids = new Ulid(InstantSource.system(), new SecureRandom());
    RedisAssessments assessments = new RedisAssessments(store, names, ulids);
    assertThat(assessments.keptBefore(Instant.now())).isZero();
    boolean orders = !new RedisOrders(store, names).search(QUERY).isEmpty();
    assertThat(instructions(store, secrets).of(INSTRUCTION.phone()).isPresent()).isEqualTo(orders);
    assertThat(!exclusions(store, names).of(NUMBER).isEmpty()).isEqualTo(orders);
    return orders;
  }

  private static RedisInstructions instructions(AlarmRedis store, TestSecrets secrets) {
    return new RedisInstructions(
        store,
        new TinkIndexKeys(secrets.parts().lookups().get()),
        new TinkSealing(secrets.parts().values().get()),
        InstantSource.system());
  }

  private static RedisExclusions exclusions(AlarmRedis store, TinkIndexKeys names) {
    return new RedisExclusions(
        store, names, new RedisAuditLog(store, new AuditChain(NO_CHAIN), AuditAnchor.none()));
  }
}
