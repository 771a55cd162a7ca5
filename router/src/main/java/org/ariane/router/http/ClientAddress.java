package org.ariane.router.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a request comes from, as far as it can be believed: the other end of the connection, or,
/// where that is the trusted proxy, whom the proxy names last in `X-Forwarded-For`. What stands
/// before that the client may have written itself.
///
/// IPv6 addresses count by their first 64 bits, since one household has all of the rest.
final class ClientAddress {
  private static final int LONGEST = 64;

  private ClientAddress() {}

  /// @param peer the other end of the connection
  /// @param forwarded the values of `X-Forwarded-For`, in their order
  static String of(String peer, List<String> forwarded, Optional<String> trusted) {
    // The proxy is one address, never all of its network.
    Optional<InetAddress> proxy = trusted.flatMap(ClientAddress::parse);
    Optional<InetAddress> end = parse(peer);
    if (proxy.isEmpty() || !end.equals(proxy)) {
      return named(end);
    }
    List<String> hops =
        forwarded.stream().flatMap(each -> Arrays.stream(each.split(",", -1))).toList();
    for (String hop : hops.reversed()) {
      Optional<InetAddress> client = parse(hop);
      if (!client.equals(proxy)) {
        // A damaged name of the proxy's is nobody's: all such share what the proxy itself may.
        return named(client.or(() -> end));
      }
    }
    return named(end);
  }

  private static String named(Optional<InetAddress> address) {
    return address.map(ClientAddress::network).orElse("unknown");
  }

  /// An address literal, with or without brackets and port; never a name that would be looked up.
  static Optional<InetAddress> parse(String text) {
    String bare = text.strip();
    if (bare.length() > LONGEST) {
      return Optional.empty();
    }
    if (bare.startsWith("[")) {
      int end = bare.indexOf(']');
      bare = end < 0 ? "" : bare.substring(1, end);
    } else if (bare.indexOf(':') == bare.lastIndexOf(':') && bare.contains(".")) {
      bare = bare.split(":", 2)[0];
    }
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String network(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    if (address.isLoopbackAddress()) {
      return "::1";
    }
    StringBuilder network = new StringBuilder();
    byte[] bytes = address.getAddress();
    for (int i = 0; i < 8; i++) {
      network.append(String.format(java.util.Locale.ROOT, "%02x", bytes[i]));
    }
    return network.append("/64").toString();
  }
}
