package org.ariane.ops.config;

import java.util.Optional;

/// Where something listens, as `127.0.0.1:5080`.
public record HostPort(String host, int port) {
  public static Optional<HostPort> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(0, colon).matches("[A-Za-z0-9.-]{1,253}")) {
      return Optional.empty();
    }
    String digits = text.substring(colon + 1);
    if (!digits.matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(digits);
    return port >= 1 && port <= 65_535
        ? Optional.of(new HostPort(text.substring(0, colon), port))
        : Optional.empty();
  }

  public boolean isLoopback() {
    return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
