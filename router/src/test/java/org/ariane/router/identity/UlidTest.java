package org.ariane.router.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UlidTest {
  @Test
  void saysWhenItWasMinted() {
    Instant now = Instant.parse("2026-11-24T10:00:00.123Z");
    assertThat(Ulid.at(new Ulid(() -> now, new Random(94)).next())).isEqualTo(now);
  }
}
