package org.ariane.router.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.policy.Move;
import org.ariane.directory.policy.Move.Numbers;
import org.ariane.directory.policy.Policy;
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
/// then in the order of the policy; nobody is rung twice, except all at once.
final class PhoneSteps {
  private static final int AT_ONCE_AT_MOST = 4;
  private static final Duration HOTLINE_RING = Duration.ofSeconds(45);
  private static final Duration RING = Duration.ofSeconds(30);

  /// Those that answer somebody who just needs a person; the others come by referral.
  private static final Set<ServiceKind> LISTENING =
      Set.of(ServiceKind.HOTLINE, ServiceKind.ASSOCIATION);

  private static final Move.Ring USUAL =
      new Move.Ring(
          List.of(new Numbers.OfArea(), new Numbers.OfLine()), Optional.empty(), AT_ONCE_AT_MOST);

  private final List<ServiceMatch> open;
  private final Set<ServiceId> rung = new HashSet<>();
  private final Policy policy;
  private final List<PassedOver> passedOver;
  private final Line line;
  private final Optional<Language> language;
  private final Instant at;

  private PhoneSteps(
      List<ServiceMatch> open,
      List<PassedOver> passedOver,
      Line line,
      Policy policy,
      Optional<Language> language,
      Instant at) {
    this.policy = policy;
    this.open = List.copyOf(open);
    this.passedOver = List.copyOf(passedOver);
    this.line = line;
    this.language = language;
    this.at = at;
  }

  static PhoneSteps of(
      RouteRequest request, Directory directory, Line line, Policy policy, Instant at) {
    Set<ServiceId> named = named(policy);
    boolean perpetrators = forPerpetrators(directory, line);
    ServiceQuery query = query(request, perpetrators, "phone");
    SearchResult found = directory.search(query, at, asked(request, directory, line, named));
    List<ServiceMatch> open = new ArrayList<>();
    Map<ServiceId, PassedOver> passed = new LinkedHashMap<>();
    for (ServiceMatch match : found.matches()) {
      Service service = match.service();
      boolean overflow = line.overflow().contains(service.id());
      boolean local = request.postcode().isPresent() && inZone(service);
      boolean samePublic = forPerpetrators(service) == perpetrators;
      boolean byName = named.contains(service.id());
      if (byName && !overflow && !samePublic) {
        passed.put(service.id(), new PassedOver(service.id(), List.of(OTHER_PUBLIC)));
        continue;
      }
      if (!overflow && !byName && !(local && listens(service) && samePublic)) {
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
    return new PhoneSteps(open, List.copyOf(passed.values()), line, policy, request.language(), at);
  }

  /// Whoever calls the line for perpetrators asks for what is offered to them; of others nobody
  /// knows who they are.
  static ServiceQuery query(RouteRequest request, boolean perpetrators, String channel) {
    return new ServiceQuery(
        Optional.empty(),
        request.postcode(),
        request.language(),
        Optional.empty(),
        perpetrators ? Set.of(Audience.PERPETRATOR) : Set.of(),
        Optional.of(channel));
  }

  /// Whom the plan can come to at all: so it takes no longer in a directory of a whole country.
  private static Collection<Service> asked(
      RouteRequest request, Directory directory, Line line, Set<ServiceId> named) {
    SortedMap<String, Service> asked = new TreeMap<>();
    ofArea(request, directory).forEach(service -> asked.put(service.id().value(), service));
    Stream.concat(line.overflow().stream(), named.stream())
        .flatMap(id -> directory.service(id).stream())
        .forEach(service -> asked.put(service.id().value(), service));
    return asked.values();
  }

  /// Services of the zones that hold her place, in the order of ids; none where she gave none.
  static Collection<Service> ofArea(RouteRequest request, Directory directory) {
    SortedMap<String, Service> found = new TreeMap<>();
    request.postcode().map(directory::zonesOf).orElse(List.of()).stream()
        .flatMap(zone -> directory.servicesOf(zone.id()).stream())
        .forEach(service -> found.put(service.id().value(), service));
    return found.values();
  }

  private static final Reason SAME_NUMBER =
      new Reason("channel", "Its telephone is this line itself");

  private static final Reason OTHER_PUBLIC =
      new Reason("public", "Named by the policy, but victims and perpetrators never meet");

  private static Set<ServiceId> named(Policy policy) {
    Set<ServiceId> named = new HashSet<>();
    for (Move move : policy.moves()) {
      if (move instanceof Move.Ring ring) {
        for (Numbers numbers : ring.numbers()) {
          if (numbers instanceof Numbers.Of(ServiceId service)) {
            named.add(service);
          }
        }
      }
    }
    return named;
  }

  /// Those of this move that no move before it rang.
  List<Step.Ring> steps(Move.Ring move) {
    List<Step.Ring> steps = chosen(move).filter(step -> !rung.contains(step.service())).toList();
    List<Step.Ring> some = steps.subList(0, Math.min(steps.size(), move.atMost()));
    some.forEach(step -> rung.add(step.service()));
    return some;
  }

  private Stream<Step.Ring> chosen(Move.Ring move) {
    return open.stream()
        .filter(match -> place(match.service(), move) >= 0)
        .sorted(
            Comparator.comparing((ServiceMatch match) -> !speaks(match))
                .thenComparingInt(match -> place(match.service(), move))
                .thenComparingInt(match -> line.overflow().indexOf(match.service().id())))
        .map(match -> ring(match, move.each()));
  }

  /// Where among the numbers of the move it stands; -1 where it is none of them.
  private int place(Service service, Move.Ring move) {
    boolean overflow = line.overflow().contains(service.id());
    int byName = move.numbers().indexOf(new Numbers.Of(service.id()));
    if (byName >= 0) {
      return byName;
    }
    return overflow
        ? move.numbers().indexOf(new Numbers.OfLine())
        : inZone(service) && listens(service) ? move.numbers().indexOf(new Numbers.OfArea()) : -1;
  }

  private Step.Ring ring(ServiceMatch match, Optional<Duration> each) {
    Service service = match.service();
    Duration within = each.orElse(service.kind() == ServiceKind.HOTLINE ? HOTLINE_RING : RING);
    ServiceChannel.Phone phone = phone(service, at).orElseThrow();
    List<Language> askIn = phone.screened() ? spoken(service) : List.of();
    return new Step.Ring(service.id(), phone.number(), within, askIn, match.reasons());
  }

  /// The same numbers for a round: whoever answers must press a key, so that a machine cannot win
  /// her.
  List<Step.Ring> screened(Directory directory) {
    Move.Ring numbers =
        policy.moves().stream()
            .filter(Move.Ring.class::isInstance)
            .map(Move.Ring.class::cast)
            .findFirst()
            .orElse(USUAL);
    return chosen(numbers)
        .limit(numbers.atMost())
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
