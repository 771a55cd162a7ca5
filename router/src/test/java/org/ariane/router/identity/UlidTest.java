package org.ariane.router.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UlidTest {
  @Test
  void saysWhenItWasMinted() {
    Instant now = Instant.parse("2026-11-24T10:00:00.123Z");
    assertThat(Ulid.at(new Ulid(() -> now, new Random(94)).next())).isEqualTo(now);
  }

  @Test
  void eachIsAnother() {
    Ulid ulids = new Ulid(() -> Instant.EPOCH, new Random(94));
    Set<String> minted =
        IntStream.range(0, 1_000).mapToObj(i -> ulids.next()).collect(Collectors.toSet());
    assertThat(minted).hasSize(1_000).allMatch(one -> one.matches("0{10}[0-9A-HJKMNP-TV-Z]{16}"));
  }
}
