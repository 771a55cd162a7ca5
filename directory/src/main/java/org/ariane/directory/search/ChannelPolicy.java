package org.ariane.directory.search;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// How she wants to reach somebody: a service without that way is passed over.
final class ChannelPolicy {
  private ChannelPolicy() {}

  /// The ways of the service that count for this query. Where she named none, those by which a
  /// human answers: a page that is always there does not make a service open.
  static List<ServiceChannel> wanted(Service service, ServiceQuery query) {
    return wanted(service, query.channel());
  }

  static List<ServiceChannel> wanted(Service service, Optional<String> wanted) {
    if (wanted.isPresent()) {
      String kind = wanted.get();
      return service.channels().stream().filter(channel -> channel.kind().equals(kind)).toList();
    }
    List<ServiceChannel> answered =
        service.channels().stream()
            .filter(channel -> !(channel instanceof ServiceChannel.Web))
            .toList();
    return answered.isEmpty() ? service.channels() : answered;
  }

  static Optional<Reason> against(Service service, ServiceQuery query) {
    return wanted(service, query).isEmpty()
        ? Optional.of(new Reason("channel", "Cannot be reached that way"))
        : Optional.empty();
  }
}
