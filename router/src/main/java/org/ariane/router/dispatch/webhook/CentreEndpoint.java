package org.ariane.router.dispatch.webhook;

import java.net.URI;

/// Where a centre's system listens, how it is spoken to, and what messages to it are signed with.
/// Its text form shows nothing of that.
///
/// @param secret `whsec_` and base 64, or any other text, whose bytes are the key
/// @param signingKey for the second signature of each message
/// @param tls for an https URL
public record CentreEndpoint(
    URI url, CentreFormat format, String secret, SigningKey signingKey, CentreTls tls) {
  public CentreEndpoint {
    String scheme = String.valueOf(url.getScheme());
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || url.getHost() == null) {
      throw new IllegalArgumentException("a centre listens at an http or https URL");
    }
    if (secret.isBlank()) {
      throw new IllegalArgumentException("messages to a centre are signed: a secret is needed");
    }
  }

  boolean isEncrypted() {
    return "https".equals(url.getScheme());
  }

  @Override
  public String toString() {
    return "CentreEndpoint[masked]";
  }
}
