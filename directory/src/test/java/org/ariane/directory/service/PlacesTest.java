package org.ariane.directory.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What counts of what the file holds and what the service said.
class PlacesTest {
  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static Optional<Places> said(int free, Instant from, int hours) {
    return Optional.of(new Places(free, from, from.plus(Duration.ofHours(hours))));
  }

  @Test
  void theNewerOfFileAndServiceCounts() {
    Optional<Places> older = said(3, TEN, 48);
    Optional<Places> newer = said(0, NOON, 6);
    Instant at = NOON.plusSeconds(60);

    assertThat(Places.knownAt(older, newer, at)).isEqualTo(newer);
    assertThat(Places.knownAt(newer, older, at)).isEqualTo(newer);
    assertThat(Places.knownAt(older, Optional.empty(), at)).isEqualTo(older);
    assertThat(Places.knownAt(Optional.empty(), newer, at)).isEqualTo(newer);
    assertThat(Places.knownAt(said(1, NOON, 6), newer, at)).as("its own word").isEqualTo(newer);
  }

  @Test
  void onceTheNewerExpiredNothingIsKnownAndTheOlderDoesNotComeBack() {
    Instant at = NOON.plus(Duration.ofHours(6));

    assertThat(Places.knownAt(said(3, TEN, 48), said(0, NOON, 6), at)).isEmpty();
    assertThat(Places.knownAt(said(0, NOON, 6), said(3, TEN, 48), at)).isEmpty();
  }

  @Test
  void whatIsSaidLaterThanTheMomentIsNotKnownThen() {
    assertThat(Places.knownAt(said(3, TEN, 48), said(0, NOON, 6), NOON.minusSeconds(1)))
        .isEqualTo(said(3, TEN, 48));
    assertThat(Places.knownAt(said(0, NOON, 6), said(3, TEN, 48), NOON.minusSeconds(1)))
        .isEqualTo(said(3, TEN, 48));
  }

  @Test
  void toAskIsNeitherNoughtNorANumber() {
    Places ask = new Places(OptionalInt.empty(), TEN, NOON);

    assertThat(ask.none()).isFalse();
    assertThat(new Places(0, TEN, NOON).none()).isTrue();
    assertThat(new Places(1, TEN, NOON).none()).isFalse();
  }
}
