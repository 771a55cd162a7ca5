package org.ariane.router.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.search.Reason;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.AllAtOnce;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;

/// Makes the plan for one contact. Pure: the same directory, staffing and instant give the same
/// plan.
///
/// Order: the line's desks (in danger any desk), then open services with a telephone, then an
/// honest word where her language is not served now, then the number of last resort. A chat cannot
/// be connected to a telephone, so it is also offered to the open desks of her area.
public final class Planner {
  public static final String POLICY_VERSION = "2026-11-01";
  static final Duration FALLBACK_RING = Duration.ofSeconds(45);

  private final PhoneNumber fallback;

  /// Plans with a number of last resort.
  ///
  /// @param fallback where a line names no number of last resort
  public Planner(PhoneNumber fallback) {
    this.fallback = fallback;
  }

  public RoutingPlan plan(
      RouteRequest request, Directory directory, Line line, Staffing staffing, Instant at) {
    DeskSteps desks = new DeskSteps(directory, staffing, at);
    PhoneSteps phones = PhoneSteps.of(request, directory, line, at);
    Optional<Language> language = request.language();
    List<Step> steps = new ArrayList<>();
    Step.Offer first =
        request.danger() == Danger.NONE
            ? desks.ofLine(line, language)
            : desks.inDanger(line, language);
    if (atOnce(request, line)) {
      steps.add(together(first, phones.screened(directory)));
    }
    steps.add(first);
    if (request.channel() == ContactChannel.CHAT && request.danger() == Danger.NONE) {
      List<ServiceId> neighbours = neighbours(request, directory, line, desks, at);
      if (!neighbours.isEmpty()) {
        steps.add(desks.ofNeighbours(neighbours, language, line.offerFor()));
      }
    }
    steps.addAll(phones.steps());
    if (language.isPresent() && !first.possible() && !phones.anySpeaks()) {
      steps.add(honestly(language.get(), directory, line, at));
    }
    steps.add(
        new Step.Fallback(
            line.fallback().orElse(fallback),
            FALLBACK_RING,
            List.of(new Reason("never-a-dead-end", "Fallback number of the line"))));
    return new RoutingPlan(POLICY_VERSION, directory.version(), steps, phones.passedOver());
  }

  private static boolean atOnce(RouteRequest request, Line line) {
    return request.channel() == ContactChannel.CALL
        && (line.parallel().contains(AllAtOnce.EVERYBODY)
            || (request.danger() != Danger.NONE && line.parallel().contains(AllAtOnce.DANGER))
            || (request.silent() && line.parallel().contains(AllAtOnce.SILENCE)));
  }

  private static Step.Together together(Step.Offer first, List<Step.Ring> rings) {
    List<Reason> reasons = new ArrayList<>(first.reasons());
    reasons.add(new Reason("parallel", "The line asks everybody at once for such a call"));
    return new Step.Together(
        first.desks(), rings, FALLBACK_RING, first.possible() || !rings.isEmpty(), reasons);
  }

  private static List<ServiceId> neighbours(
      RouteRequest request, Directory directory, Line line, DeskSteps desks, Instant at) {
    if (request.postcode().isEmpty()) {
      return List.of();
    }
    boolean perpetrators = PhoneSteps.forPerpetrators(directory, line);
    ServiceQuery query =
        new ServiceQuery(
            Optional.empty(),
            request.postcode(),
            request.language(),
            Optional.empty(),
            Set.of(),
            Optional.of("desk"));
    return directory.search(query, at).matches().stream()
        .map(ServiceMatch::service)
        .filter(service -> service.coverage() instanceof Coverage.InZones)
        .filter(PhoneSteps::listens)
        .filter(service -> PhoneSteps.forPerpetrators(service) == perpetrators)
        .filter(desks::deskOpen)
        .map(Service::id)
        .filter(id -> !line.desks().contains(id))
        .toList();
  }

  private static Step.Announce honestly(
      Language language, Directory directory, Line line, Instant at) {
    List<Service> asked = new ArrayList<>();
    line.desks().forEach(id -> directory.service(id).ifPresent(asked::add));
    line.overflow().forEach(id -> directory.service(id).ifPresent(asked::add));
    String name = LanguageWords.name(language);
    String text =
        LanguageWords.from(asked, language, at)
            .map(from -> name + " from " + from)
            .orElse("Nobody who speaks " + name + " can be reached now");
    return new Step.Announce(List.of(new Reason("honest", text)));
  }
}
