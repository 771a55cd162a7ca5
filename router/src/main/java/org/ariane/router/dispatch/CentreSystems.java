package org.ariane.router.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.place.CentreId;

/// What is known of the systems of centres, besides whether they answer.
public interface CentreSystems {
  /// Empty where the centre has none.
  Optional<About> about(CentreId centre);

  /// One system.
  ///
  /// @param format `native`, `cisu` or `cap`
  /// @param publicKey what the centre checks our signatures with (`whpk_…`)
  /// @param certificates those that are known; that of the system only after it was seen once
  record About(String format, String publicKey, List<Certificate> certificates) {
    public About {
      certificates = List.copyOf(certificates);
    }
  }

  /// A certificate that the link depends on.
  record Certificate(Side side, Instant until) {
    private static final Duration WARNED = Duration.ofDays(30);

    /// Whole days, rounded down; negative after it has expired.
    public long days(Instant now) {
      return Math.floorDiv(Duration.between(now, until).toSeconds(), 86_400);
    }

    public boolean expiresSoon(Instant now) {
      return until.isBefore(now.plus(WARNED));
    }
  }

  /// Whose certificate.
  enum Side {
    /// Ours, by which the centre's system knows us.
    CLIENT,
    /// That of the centre's system.
    SERVER;

    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
