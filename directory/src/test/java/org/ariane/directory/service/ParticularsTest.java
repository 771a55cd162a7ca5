package org.ariane.directory.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParticularsTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 6, 30);
  private static final Instant SIX = Instant.parse("2026-11-24T18:00:00Z");

  @Test
  void aRecordIsStaleAfterHalfAYear() {
    assertThat(Freshness.stale(TODAY.minusDays(180), TODAY)).isFalse();
    assertThat(Freshness.stale(TODAY.minusDays(181), TODAY)).isTrue();
  }

  @Test
  void aDayThatHasNotComeYetConfirmsNothing() {
    assertThat(Freshness.stale(TODAY.plusDays(1), TODAY)).isFalse();
    assertThat(Freshness.stale(TODAY.plusDays(2), TODAY)).isTrue();
  }

  @Test
  void freePlacesAreUnknownAgainOnceTheyExpire() {
    Places places = new Places(2, SIX, SIX.plusSeconds(3600));

    assertThat(places.knownAt(SIX.minusSeconds(1))).isFalse();
    assertThat(places.knownAt(SIX)).isTrue();
    assertThat(places.knownAt(SIX.plusSeconds(3600))).isFalse();
  }

  @Test
  void freePlacesExpireWithinThreeDays() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Places(2, SIX, SIX));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Places(2, SIX, SIX.plusSeconds(72 * 3600 + 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Places(-1, SIX, SIX.plusSeconds(60)));
  }

  @Test
  void textsArePlain() {
    for (String text : new String[] {"<b>bold</b>", "a\u0000b", "  ", "x".repeat(1_001)}) {
      assertThatIllegalArgumentException()
          .as(text)
          .isThrownBy(() -> new Cost(Cost.Charge.FREE, Optional.of(text)));
    }
    assertThat(new Cost(Cost.Charge.FREE, Optional.of("< 18 years: free, 3 > 2")).terms())
        .isPresent();
  }
}
