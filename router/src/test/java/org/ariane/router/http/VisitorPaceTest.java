package org.ariane.router.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorPaceTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-24T20:00:00Z"));
  private final InstantSource clock = now::get;
  private final VisitorPace pace =
      new VisitorPace(new VisitorPace.Rate(2, 4), Optional.empty(), clock, () -> {});

  @Test
  void whoAsksTooOftenWaitsAndNobodyElseDoes() {
    for (int i = 0; i < 4; i++) {
      assertThat(pace.take("10.0.0.1")).isZero();
    }
    assertThat(pace.take("10.0.0.1")).isEqualTo(1);
    assertThat(pace.take("10.0.0.2")).isZero();
    now.updateAndGet(it -> it.plusMillis(500));
    assertThat(pace.take("10.0.0.1")).isZero();
    assertThat(pace.take("10.0.0.1")).isEqualTo(1);
    now.updateAndGet(it -> it.plusSeconds(3_600));
    for (int i = 0; i < 4; i++) {
      assertThat(pace.take("10.0.0.1")).isZero();
    }
    assertThat(pace.take("10.0.0.1")).isEqualTo(1);
  }

  @Test
  void aClockThatGoesBackGivesNothingAndTakesNothing() {
    assertThat(pace.take("10.0.0.1")).isZero();
    now.updateAndGet(it -> it.minusSeconds(3_600));
    for (int i = 0; i < 3; i++) {
      assertThat(pace.take("10.0.0.1")).isZero();
    }
    assertThat(pace.take("10.0.0.1")).isEqualTo(1);
  }

  @Test
  void aMillionAddressesDoNotFillTheMemory() {
    for (int i = 0; i < 1_000_000; i++) {
      pace.take("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
    }
    assertThat(pace.addresses()).isLessThanOrEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource({
    // Without a trusted proxy nothing that a client writes is believed.
    "192.0.2.7, '', 203.0.113.9, 192.0.2.7",
    "127.0.0.1, '', 203.0.113.9, 127.0.0.1",
    // With one, its word counts, and not what stands before it.
    "127.0.0.1, 127.0.0.1, 203.0.113.9, 203.0.113.9",
    "127.0.0.1, 127.0.0.1, '198.51.100.1, 203.0.113.9', 203.0.113.9",
    "127.0.0.1, 127.0.0.1, '203.0.113.9, 127.0.0.1', 203.0.113.9",
    "127.0.0.1, 127.0.0.1, 203.0.113.9:4711, 203.0.113.9",
    "127.0.0.1, 127.0.0.1, '', 127.0.0.1",
    "127.0.0.1, 127.0.0.1, 'evil.example', 127.0.0.1",
    "127.0.0.1, 127.0.0.1, '[2001:db8:1:2::9]:443', 20010db800010002/64",
    "127.0.0.1, 127.0.0.1, 2001:db8:1:2:ffff::1, 20010db800010002/64",
    // Whoever goes round the proxy is believed nothing.
    "192.0.2.7, 127.0.0.1, 203.0.113.9, 192.0.2.7",
    "0:0:0:0:0:0:0:1, ::1, 203.0.113.9, 203.0.113.9",
    // The proxy is one address, not its network.
    "2001:db8:1:2::11, 2001:db8:1:2::10, 203.0.113.9, 20010db800010002/64",
    "2001:db8:1:2::10, 2001:db8:1:2::10, '203.0.113.9, 2001:db8:1:2::11', 20010db800010002/64",
    "2001:db8:1:2::10, 2001:db8:1:2::10, 203.0.113.9, 203.0.113.9",
  })
  void addressIsThatOfTheConnectionOrWhatTheTrustedProxySays(
      String peer, String trusted, String forwarded, String address) {
    assertThat(
            ClientAddress.of(
                peer,
                forwarded.isEmpty() ? List.of() : List.of(forwarded),
                Optional.of(trusted).filter(it -> !it.isEmpty())))
        .isEqualTo(address);
  }
}
