package org.ariane.ivr.asterisk;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.ivr.flow.FlowState;
import org.ariane.ivr.flow.Target;

/// Whom a flow hands a call to: the number of an open service of the directory. No flow holds one.
record TransferTargets(DirectorySource source) {
  /// Empty where it is unknown, has no telephone, or is closed.
  Optional<DialNumber> number(Target target, FlowState state, Instant at) {
    Directory directory = source.current();
    Stream<Service> services =
        switch (target) {
          case Target.OfService(ServiceId service) -> directory.service(service).stream();
          case Target.OfKind(ServiceKind kind) -> near(directory, state, at, kind);
        };
    return services.flatMap(service -> open(service, at)).findFirst();
  }

  private static Stream<Service> near(
      Directory directory, FlowState state, Instant at, ServiceKind kind) {
    ServiceQuery query =
        new ServiceQuery(
            Optional.empty(),
            state.postcode(),
            state.language(),
            Optional.empty(),
            Set.of(),
            Optional.of("phone"));
    return directory.search(query, at).matches().stream()
        .filter(ServiceMatch::open)
        // She asked for somebody to talk with.
        .filter(match -> state.language().stream().allMatch(match.languageServed()::equals))
        .map(ServiceMatch::service)
        .filter(service -> service.kind() == kind)
        .filter(service -> !isALine(directory, service));
  }

  /// Whom she called already: the call would come back.
  private static boolean isALine(Directory directory, Service service) {
    return service.channels().stream()
        .anyMatch(channel ->
            channel instanceof ServiceChannel.Phone phone
                && directory.lines().stream()
                    .anyMatch(line -> line.number().dialled().equals(phone.number().dialled())));
  }

  private static Stream<DialNumber> open(Service service, Instant at) {
    return service.channels().stream()
        .filter(ServiceChannel.Phone.class::isInstance)
        .map(ServiceChannel.Phone.class::cast)
        .filter(phone -> phone.hours().openAt(at, service.timeZone()))
        // A machine must not have her; the plan of her queue asks for a key there.
        .filter(phone -> !phone.screened())
        .map(phone -> DialNumber.of(phone.number()));
  }
}
