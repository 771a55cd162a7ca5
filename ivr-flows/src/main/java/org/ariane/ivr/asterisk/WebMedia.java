package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the browsers of operators send voice. The switch offers its own addresses as candidates
/// (ICE); each of them is told as the one that browsers can reach.
///
/// @param address that browsers are told, IPv4
/// @param own IPv4 addresses of this machine that lead out; the switch offers no loopback by itself
public record WebMedia(String address, List<String> own) {
  public static final String LOOPBACK = "127.0.0.1";
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  public WebMedia {
    own = List.copyOf(own);
    if (!IPV4.matcher(address).matches() || !own.stream().allMatch(IPV4.asMatchPredicate())) {
      throw new IllegalArgumentException("an address for voice is an IPv4 address");
    }
  }

  /// Of this machine.
  ///
  /// @param address that browsers reach it at; empty means that they run on it, too
  public static WebMedia here(Optional<String> address) {
    try {
      return new WebMedia(
          address.orElse(LOOPBACK),
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(Inet4Address.class::isInstance)
              .filter(own -> !own.isLoopbackAddress())
              .map(InetAddress::getHostAddress)
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Empty where the text is no IPv4 address.
  public static Optional<String> parse(String text) {
    return Optional.of(text.strip()).filter(IPV4.asMatchPredicate());
  }

  boolean loopback() {
    return address.equals(LOOPBACK);
  }
}
