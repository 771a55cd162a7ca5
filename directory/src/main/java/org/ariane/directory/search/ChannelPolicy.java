package org.ariane.directory.search;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// How she wants to reach somebody: a service without that way is passed over.
final class ChannelPolicy {
  private ChannelPolicy() {}

  /// The ways of the service that count for this query.
  static List<ServiceChannel> wanted(Service service, ServiceQuery query) {
    return service.channels().stream()
        .filter(channel -> query.channel().map(channel.kind()::equals).orElse(true))
        .toList();
  }

  static Optional<Reason> against(Service service, ServiceQuery query) {
    return wanted(service, query).isEmpty()
        ? Optional.of(new Reason("channel", "Cannot be reached that way"))
        : Optional.empty();
  }
}
