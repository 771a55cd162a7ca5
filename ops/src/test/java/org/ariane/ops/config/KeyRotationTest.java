package org.ariane.ops.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.ariane.ops.config.KeyRotation.Step;
import org.ariane.router.redlist.tink.TinkIndexKeys;
import org.ariane.router.secrecy.tink.TinkSealing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
  private static final Instant CHANGED = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration REST = Duration.ofMinutes(31);
  @TempDir private Path folder;

  private static long allRefiled() {
    return 0;
  }

  private static long neverAsked() {
    throw new AssertionError("asked too early");
  }

  private static Step step(KeysetHandle keys, Duration later, LongSupplier left) throws Exception {
    return new KeyRotation(keys, CHANGED, REST).next(CHANGED.plus(later), left);
  }

  private static KeysetHandle added(KeysetHandle keys) throws Exception {
    return ((Step.Add) step(keys, Duration.ZERO, KeyRotationTest::neverAsked)).next();
  }

  private static KeysetHandle promoted(KeysetHandle keys) throws Exception {
    return ((Step.Promote) step(keys, Duration.ofMinutes(1), KeyRotationTest::neverAsked)).next();
  }

  @Test
  void namesAreFoundFromTheFirstStepToTheLast() throws Exception {
    KeysetHandle first = Keys.in(folder).lookups();
    String old = new TinkIndexKeys(first).primary("p", "v");
    KeysetHandle both = added(first);
    assertThat(new TinkIndexKeys(both).of("p", "v")).hasSize(2).startsWith(old);
    KeysetHandle turned = promoted(both);
    assertThat(new TinkIndexKeys(turned).of("p", "v")).hasSize(2).endsWith(old);
    Step last = step(turned, REST, KeyRotationTest::allRefiled);
    assertThat(last).isInstanceOf(Step.Retire.class);
    assertThat(new TinkIndexKeys(((Step.Retire) last).next()).of("p", "v"))
        .containsExactly(new TinkIndexKeys(turned).primary("p", "v"));
  }

  @Test
  void whatIsSealedOpensUntilTheKeyIsRetired() throws Exception {
    KeysetHandle first = Keys.in(folder).values();
    String old = new TinkSealing(first).seal("text", "id");
    KeysetHandle both = added(first);
    assertThat(new TinkSealing(both).current(old)).isTrue();
    KeysetHandle turned = promoted(both);
    assertThat(new TinkSealing(turned).open(old, "id")).contains("text");
    assertThat(new TinkSealing(turned).current(old)).isFalse();
  }

  @Test
  void serversHaveTimeToReadAKeyBeforeItWrites() throws Exception {
    KeysetHandle both = added(Keys.in(folder).lookups());
    assertThat(step(both, Duration.ofSeconds(59), KeyRotationTest::neverAsked))
        .isEqualTo(new Step.Wait(CHANGED.plusSeconds(60)));
    assertThat(step(both, Duration.ofSeconds(60), KeyRotationTest::neverAsked))
        .isInstanceOf(Step.Promote.class);
  }

  @Test
  void aKeyThatIsStillNeededIsNotRetired() throws Exception {
    KeysetHandle turned = promoted(added(Keys.in(folder).lookups()));
    assertThat(step(turned, REST.minusSeconds(1), KeyRotationTest::neverAsked))
        .isInstanceOf(Step.Wait.class);
    assertThat(step(turned, REST, () -> 3)).isEqualTo(new Step.Unfinished(3));
  }

  @Test
  void whatWasChangedByHandIsLeftAlone() throws Exception {
    KeysetHandle three = added(Keys.in(folder).lookups());
    three =
        KeysetHandle.newBuilder(three)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(
                        three.getPrimary().getKey().getParameters())
                    .withRandomId())
            .build();
    assertThat(step(three, REST, KeyRotationTest::allRefiled)).isEqualTo(new Step.Unknown());
  }
}
