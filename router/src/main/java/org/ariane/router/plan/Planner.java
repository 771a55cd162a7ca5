package org.ariane.router.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Zone;
import org.ariane.directory.policy.Channel;
import org.ariane.directory.policy.Move;
import org.ariane.directory.policy.Policy;
import org.ariane.directory.policy.Situation;
import org.ariane.directory.search.Reason;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.AllAtOnce;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Line;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.Danger;

/// Makes the plan for one contact, as the first policy says whose occasion holds. Pure: the same
/// directory, staffing and instant give the same plan.
///
/// Whatever the policy: a victim never reaches those who work with perpetrators, nor the other way
/// round; where her language is not served now, she is told so honestly; the number of last resort
/// comes last, so that no plan is a dead end.
public final class Planner {
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
    Policy policy = directory.policies().of(situation(request, directory, at));
    DeskSteps desks = new DeskSteps(directory, staffing, at);
    PhoneSteps phones = PhoneSteps.of(request, directory, line, policy, at);
    Optional<Language> language = request.language();
    List<Step> steps = new ArrayList<>();
    for (Move move : moves(policy, request, line)) {
      switch (move) {
        case Move.Offer offer ->
            offer(offer, request, directory, line, desks, at).ifPresent(steps::add);
        case Move.Ring ring -> steps.addAll(phones.steps(ring));
        case Move.AtOnce atOnce -> {
          if (request.channel() == ContactChannel.CALL) {
            steps.add(together(atOnce, desks.ofLine(line, language), phones.screened(directory)));
          }
        }
      }
    }
    if (language.isPresent() && !phones.anySpeaks() && !firstOfferPossible(steps)) {
      steps.add(honestly(language.get(), directory, line, at));
    }
    steps.add(
        new Step.Fallback(
            line.fallback().orElse(fallback),
            FALLBACK_RING,
            List.of(new Reason("never-a-dead-end", "Fallback number of the line"))));
    return new RoutingPlan(
        directory.policies().version(),
        policy.id(),
        directory.version(),
        steps,
        phones.passedOver());
  }

  private static Situation situation(RouteRequest request, Directory directory, Instant at) {
    return new Situation(
        request.line(),
        request.channel() == ContactChannel.CHAT ? Channel.CHAT : Channel.CALL,
        request.postcode().map(directory::zonesOf).orElse(List.of()).stream()
            .map(Zone::id)
            .collect(Collectors.toUnmodifiableSet()),
        request.language(),
        request.danger() != Danger.NONE,
        request.silent(),
        at);
  }

  /// Those of the policy; where the line asks everybody at once for such a call, that comes first.
  private static List<Move> moves(Policy policy, RouteRequest request, Line line) {
    boolean said = policy.moves().stream().anyMatch(Move.AtOnce.class::isInstance);
    if (said || !atOnce(request, line)) {
      return policy.moves();
    }
    List<Move> moves = new ArrayList<>();
    moves.add(new Move.AtOnce(Optional.empty()));
    moves.addAll(policy.moves());
    return moves;
  }

  private static boolean atOnce(RouteRequest request, Line line) {
    return line.parallel().contains(AllAtOnce.EVERYBODY)
        || (request.danger() != Danger.NONE && line.parallel().contains(AllAtOnce.DANGER))
        || (request.silent() && line.parallel().contains(AllAtOnce.SILENCE));
  }

  private static Optional<Step.Offer> offer(
      Move.Offer offer,
      RouteRequest request,
      Directory directory,
      Line line,
      DeskSteps desks,
      Instant at) {
    Optional<Language> language = request.language();
    Duration within = offer.within().orElse(line.offerFor());
    return switch (offer.desks()) {
      case LINE -> Optional.of(desks.ofLine(line, language, within));
      case ANYBODY ->
          Optional.of(
              desks.ofAnybody(line, language, offer.within(), request.danger() != Danger.NONE));
      case AREA ->
          Optional.of(neighbours(request, directory, line, desks, at))
              .filter(found -> !found.isEmpty())
              .map(found -> desks.ofNeighbours(found, language, within));
    };
  }

  private static boolean firstOfferPossible(List<Step> steps) {
    return steps.stream()
        .filter(Step.Offer.class::isInstance)
        .map(Step.Offer.class::cast)
        .limit(1)
        .anyMatch(Step.Offer::possible);
  }

  private static Step.Together together(
      Move.AtOnce atOnce, Step.Offer first, List<Step.Ring> rings) {
    List<Reason> reasons = new ArrayList<>(first.reasons());
    reasons.add(new Reason("parallel", "Everybody is asked at once for such a call"));
    return new Step.Together(
        first.desks(),
        rings,
        atOnce.within().orElse(FALLBACK_RING),
        first.possible() || !rings.isEmpty(),
        reasons);
  }

  private static List<ServiceId> neighbours(
      RouteRequest request, Directory directory, Line line, DeskSteps desks, Instant at) {
    if (request.postcode().isEmpty()) {
      return List.of();
    }
    boolean perpetrators = PhoneSteps.forPerpetrators(directory, line);
    ServiceQuery query = PhoneSteps.query(request, perpetrators, "desk");
    return directory.search(query, at, PhoneSteps.ofArea(request, directory)).matches().stream()
        .map(ServiceMatch::service)
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
