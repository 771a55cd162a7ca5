package org.ariane.router.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.search.Reason;
import org.ariane.directory.search.SearchResult;
import org.ariane.directory.search.SearchResult.PassedOver;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;

/// The steps that ring a service's own number: those open now that take her, in her language first,
/// those of her area before the line's overflow.
final class PhoneSteps {
  static final int AT_MOST = 4;
  private static final Duration HOTLINE_RING = Duration.ofSeconds(45);
  private static final Duration RING = Duration.ofSeconds(30);

  /// Those that answer somebody who just needs a person; the others come by referral.
  private static final Set<ServiceKind> LISTENING =
      Set.of(ServiceKind.HOTLINE, ServiceKind.ASSOCIATION);

  private final List<ServiceMatch> open;
  private final List<PassedOver> passedOver;
  private final Line line;
  private final Optional<Language> language;
  private final Instant at;

  private PhoneSteps(
      List<ServiceMatch> open,
      List<PassedOver> passedOver,
      Line line,
      Optional<Language> language,
      Instant at) {
    this.open = List.copyOf(open);
    this.passedOver = List.copyOf(passedOver);
    this.line = line;
    this.language = language;
    this.at = at;
  }

  static PhoneSteps of(RouteRequest request, Directory directory, Line line, Instant at) {
    ServiceQuery query =
        new ServiceQuery(
            Optional.empty(),
            request.postcode(),
            request.language(),
            Optional.empty(),
            Set.of(),
            Optional.of("phone"));
    SearchResult found = directory.search(query, at);
    boolean perpetrators = forPerpetrators(directory, line);
    List<ServiceMatch> open = new ArrayList<>();
    Map<ServiceId, PassedOver> passed = new LinkedHashMap<>();
    for (ServiceMatch match : found.matches()) {
      Service service = match.service();
      boolean overflow = line.overflow().contains(service.id());
      boolean local = request.postcode().isPresent() && inZone(service);
      boolean samePublic = forPerpetrators(service) == perpetrators;
      if (!overflow && !(local && listens(service) && samePublic)) {
        continue;
      }
      if (!match.open() || number(service, at).isEmpty()) {
        passed.put(service.id(), new PassedOver(service.id(), match.reasons()));
      } else if (!overflow && number(service, at).filter(line.number()::equals).isPresent()) {
        passed.put(service.id(), new PassedOver(service.id(), List.of(SAME_NUMBER)));
      } else {
        open.add(match);
      }
    }
    for (PassedOver other : found.passedOver()) {
      passed.putIfAbsent(other.service(), other);
    }
    return new PhoneSteps(open, List.copyOf(passed.values()), line, request.language(), at);
  }

  private static final Reason SAME_NUMBER =
      new Reason("channel", "Its telephone is this line itself");

  List<Step.Ring> steps() {
    return open.stream()
        .sorted(
            Comparator.comparing((ServiceMatch match) -> !speaks(match))
                .thenComparingInt(match -> line.overflow().indexOf(match.service().id())))
        .limit(AT_MOST)
        .map(this::ring)
        .toList();
  }

  private Step.Ring ring(ServiceMatch match) {
    Service service = match.service();
    Duration within = service.kind() == ServiceKind.HOTLINE ? HOTLINE_RING : RING;
    ServiceChannel.Phone phone = phone(service, at).orElseThrow();
    List<Language> askIn = phone.screened() ? spoken(service) : List.of();
    return new Step.Ring(service.id(), phone.number(), within, askIn, match.reasons());
  }

  /// The same numbers for a round: whoever answers must press a key, so that a machine cannot win
  /// her.
  List<Step.Ring> screened(Directory directory) {
    return steps().stream()
        .map(ring ->
            new Step.Ring(
                ring.service(),
                ring.number(),
                ring.within(),
                directory.service(ring.service()).map(PhoneSteps::spoken).orElse(ring.askIn()),
                ring.reasons()))
        .filter(Step.Ring::screened)
        .toList();
  }

  /// In what the service speaks; one that names no language is asked in the country's.
  private static List<Language> spoken(Service service) {
    List<Language> spoken =
        service.languages().stream().map(SpokenLanguage::language).distinct().limit(2).toList();
    return spoken.isEmpty() ? List.of(Language.FR) : spoken;
  }

  boolean anySpeaks() {
    return open.stream().anyMatch(this::speaks);
  }

  private boolean speaks(ServiceMatch match) {
    return language.isEmpty() || language.get().servedBy(match.languageServed());
  }

  static boolean listens(Service service) {
    return LISTENING.contains(service.kind());
  }

  /// A victim is never put through to a programme for perpetrators, nor the other way round.
  static boolean forPerpetrators(Service service) {
    return service.audiences().contains(Audience.PERPETRATOR);
  }

  static boolean forPerpetrators(Directory directory, Line line) {
    return line.desks().stream()
        .flatMap(id -> directory.service(id).stream())
        .anyMatch(PhoneSteps::forPerpetrators);
  }

  List<PassedOver> passedOver() {
    return passedOver;
  }

  private static boolean inZone(Service service) {
    return switch (service.coverage()) {
      case Coverage.InZones zones -> true;
      case Coverage.Nationwide nationwide -> false;
    };
  }

  private static Optional<PhoneNumber> number(Service service, Instant at) {
    return phone(service, at).map(ServiceChannel.Phone::number);
  }

  private static Optional<ServiceChannel.Phone> phone(Service service, Instant at) {
    for (ServiceChannel channel : service.channels()) {
      if (channel instanceof ServiceChannel.Phone phone
          && phone.hours().openAt(at, service.timeZone())) {
        return Optional.of(phone);
      }
    }
    return Optional.empty();
  }
}
