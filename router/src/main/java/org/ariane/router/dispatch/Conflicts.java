package org.ariane.router.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.ChainStep.Post;
import org.ariane.router.access.Affiliation;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.priority.PriorityClass;

/// What a conflict of interest changes: who may see an incident, and who answers for it. A barred
/// centre is passed over; only the zone's own is still reached, through its duty officer, since no
/// other force may be there in time: first for a critical incident, last for any other.
final class Conflicts {
  private Conflicts() {}

  static boolean bar(Principal principal, Incident incident) {
    return incident.barred().stream()
        .filter(principal::is)
        .anyMatch(
            barred -> barred.kind() != Affiliation.Kind.CENTRE || !principal.has(Role.SUPERVISOR));
  }

  /// The chain without those who are barred. Taking it a second time changes nothing.
  static List<ChainStep> around(
      Set<CentreId> barred, List<ChainStep> chain, PriorityClass urgency) {
    if (chain.stream().map(ChainStep::centre).noneMatch(barred::contains)) {
      return chain;
    }
    List<ChainStep> free = chain.stream().filter(step -> !barred.contains(step.centre())).toList();
    List<ChainStep> officers =
        chain.stream()
            .map(ChainStep::centre)
            .distinct()
            .filter(barred::contains)
            .filter(centre ->
                chain.getFirst().centre().equals(centre) || onlyDutyOfficer(centre, chain))
            .flatMap(centre -> dutyOfficer(centre, chain).stream())
            .toList();
    List<ChainStep> around = new ArrayList<>();
    around.addAll(urgency == PriorityClass.CRITICAL || free.isEmpty() ? officers : free);
    around.addAll(urgency == PriorityClass.CRITICAL || free.isEmpty() ? free : officers);
    return around;
  }

  static Set<CentreId> centres(List<Affiliation> barred) {
    return barred.stream()
        .filter(one -> one.kind() == Affiliation.Kind.CENTRE)
        .map(one -> new CentreId(one.ref()))
        .collect(Collectors.toSet());
  }

  /// Whether a chain reaches nobody else of a centre.
  static boolean onlyDutyOfficer(CentreId centre, List<ChainStep> chain) {
    List<ChainStep> own = chain.stream().filter(step -> step.centre().equals(centre)).toList();
    return !own.isEmpty()
        && own.stream()
            .allMatch(step -> step.post() == Post.DUTY_OFFICER || step.post() == Post.DUTY_PHONE);
  }

  private static List<ChainStep> dutyOfficer(CentreId centre, List<ChainStep> chain) {
    ChainStep telephone = new ChainStep(centre, Post.DUTY_PHONE);
    ChainStep officer = new ChainStep(centre, Post.DUTY_OFFICER);
    return chain.contains(telephone) ? List.of(officer, telephone) : List.of(officer);
  }
}
