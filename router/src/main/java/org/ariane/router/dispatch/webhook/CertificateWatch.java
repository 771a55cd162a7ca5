package org.ariane.router.dispatch.webhook;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Remembers until when the certificate is valid that a centre's system showed last, also when it
/// was refused.
final class CertificateWatch {
  private final AtomicReference<Optional<Instant>> until = new AtomicReference<>(Optional.empty());

  void saw(X509Certificate[] chain) {
    if (chain.length > 0) {
      until.set(Optional.of(chain[0].getNotAfter().toInstant()));
    }
  }

  Optional<Instant> until() {
    return until.get();
  }
}
