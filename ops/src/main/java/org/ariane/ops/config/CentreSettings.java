package org.ariane.ops.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.ariane.router.dispatch.webhook.CentreTls;
import org.ariane.router.dispatch.webhook.SigningKey;

/// How a dispatch centre is told of incidents. Its text form shows no address and no secret.
///
/// @param sender our name in CISU and CAP; empty for the default
/// @param recipient the centre's name in CISU; empty for the default
/// @param language of free text in CAP
/// @param secret for the first signature of each delivery (Standard Webhooks)
/// @param signingKey for the second; empty for one that is made and kept in the data folder
/// @param tls files that were found readable
public record CentreSettings(
    URI url,
    Format format,
    Optional<String> sender,
    Optional<String> recipient,
    Optional<String> language,
    String secret,
    Optional<SigningKey> signingKey,
    CentreTls.Files tls) {
  /// Named in the file in lower case.
  public enum Format {
    NATIVE,
    CISU,
    CAP;

    static Optional<Format> parse(String text) {
      for (Format format : values()) {
        if (format.name().toLowerCase(Locale.ROOT).equals(text)) {
          return Optional.of(format);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "CentreSettings[" + format + "]";
  }
}
