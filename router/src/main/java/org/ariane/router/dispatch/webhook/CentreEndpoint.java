package org.ariane.router.dispatch.webhook;

import java.net.URI;

/// Where a centre's system listens, and the secret that messages to it are signed with. Its text
/// form shows neither.
///
/// @param secret `whsec_` and base 64, or any other text, whose bytes are the key
public record CentreEndpoint(URI url, String secret) {
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

  @Override
  public String toString() {
    return "CentreEndpoint[masked]";
  }
}
