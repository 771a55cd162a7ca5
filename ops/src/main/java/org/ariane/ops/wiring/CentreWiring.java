package org.ariane.ops.wiring;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.ariane.directory.place.CentreId;
import org.ariane.ops.config.CentreSettings;
import org.ariane.ops.config.Configuration;
import org.ariane.ops.config.Keys;
import org.ariane.router.dispatch.cap.CapFormat;
import org.ariane.router.dispatch.cisu.CisuFormat;
import org.ariane.router.dispatch.webhook.CentreEndpoint;
import org.ariane.router.dispatch.webhook.CentreFormat;
import org.ariane.router.dispatch.webhook.CentreTls;
import org.ariane.router.dispatch.webhook.SigningKey;

/// The systems of centres, from what the configuration says about them.
final class CentreWiring {
  private static final String CAP_LANGUAGE = "fr";

  private CentreWiring() {}

  static Map<CentreId, CentreEndpoint> endpoints(Configuration configuration, Keys keys)
      throws IOException {
    Map<CentreId, CentreEndpoint> endpoints = new HashMap<>();
    for (Map.Entry<CentreId, CentreSettings> centre : configuration.centres().entrySet()) {
      endpoints.put(centre.getKey(), endpoint(centre.getKey(), centre.getValue(), keys));
    }
    return endpoints;
  }

  private static CentreEndpoint endpoint(CentreId centre, CentreSettings settings, Keys keys)
      throws IOException {
    try {
      SigningKey key =
          settings.signingKey().isPresent() ? settings.signingKey().get() : keys.signing(centre);
      return new CentreEndpoint(
          settings.url(),
          format(centre, settings),
          settings.secret(),
          key,
          CentreTls.of(settings.tls()));
    } catch (CentreTls.UnusableException e) {
      throw new IOException(e);
    }
  }

  private static CentreFormat format(CentreId centre, CentreSettings settings) {
    return switch (settings.format()) {
      case NATIVE -> CentreFormat.ofOurOwn();
      case CISU ->
          new CisuFormat(
              settings.sender().orElse(CisuFormat.SENDER),
              settings.recipient().orElse(CisuFormat.recipientOf(centre)));
      case CAP ->
          new CapFormat(
              settings.sender().orElse(CapFormat.SENDER), settings.language().orElse(CAP_LANGUAGE));
    };
  }
}
