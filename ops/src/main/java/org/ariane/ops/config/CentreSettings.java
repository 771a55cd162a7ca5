package org.ariane.ops.config;

import java.net.URI;

/// How a dispatch centre is told of incidents.
///
/// @param secret for the signature of each delivery (Standard Webhooks); never logged
public record CentreSettings(URI url, String format, String secret) {
  @Override
  public String toString() {
    return "CentreSettings[" + format + "]";
  }
}
