package org.ariane.directory.search;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceKind;

/// Whom a service takes. Only who a person is (woman, man, child, perpetrator) excludes, and only
/// where both sides say it. Her circumstances never do: a record that does not mention people
/// without papers has not refused them, so the service is listed with the advice to ask first.
final class PublicPolicy {
  private static final Set<Audience> WHO =
      Set.of(Audience.WOMAN, Audience.MAN, Audience.CHILD, Audience.PERPETRATOR);
  private static final Set<Audience> ADULT_VICTIM = Set.of(Audience.WOMAN, Audience.MAN);

  private PublicPolicy() {}

  enum Fit {
    HERS(0),
    ANYBODY(1),
    OTHERS(2);

    private final int rank;

    Fit(int rank) {
      this.rank = rank;
    }

    /// The lesser comes first.
    int rank() {
      return rank;
    }
  }

  static Optional<Reason> against(Service service, ServiceQuery query) {
    if (service.kind() == ServiceKind.PERPETRATOR_PROGRAMME && !asksForProgramme(query)) {
      return Optional.of(new Reason("public", "For perpetrators who ask for it"));
    }
    Set<Audience> taken = who(service.audiences());
    Set<Audience> person = who(query.audiences());
    if (person.contains(Audience.PERPETRATOR)) {
      person = EnumSet.of(Audience.PERPETRATOR);
    }
    boolean excluded =
        !taken.isEmpty() && !person.isEmpty() && person.stream().noneMatch(taken::contains);
    return excluded
        ? Optional.of(new Reason("public", "Takes " + names(taken) + " only"))
        : Optional.empty();
  }

  private static boolean asksForProgramme(ServiceQuery query) {
    return query.audiences().contains(Audience.PERPETRATOR)
        || query.need().filter(NeedPolicy::isForPerpetrators).isPresent();
  }

  /// Nobody has said who she is: then services for children or perpetrators alone come last.
  static Fit fit(Service service, ServiceQuery query) {
    if (service.audiences().isEmpty()) {
      return Fit.ANYBODY;
    }
    if (query.audiences().stream().anyMatch(service.audiences()::contains)) {
      return Fit.HERS;
    }
    Set<Audience> taken = who(service.audiences());
    return taken.isEmpty() || taken.stream().anyMatch(ADULT_VICTIM::contains)
        ? Fit.ANYBODY
        : Fit.OTHERS;
  }

  static Optional<Reason> reason(Service service, ServiceQuery query) {
    if (service.audiences().isEmpty() || query.audiences().isEmpty()) {
      return Optional.empty();
    }
    Set<Audience> unsaid = EnumSet.copyOf(query.audiences());
    unsaid.removeAll(service.audiences());
    unsaid.removeAll(WHO);
    return Optional.of(
        unsaid.isEmpty()
            ? new Reason("public", "Takes " + names(service.audiences()))
            : new Reason("public.unknown", "Ask first: not said for " + names(unsaid)));
  }

  private static Set<Audience> who(Set<Audience> audiences) {
    EnumSet<Audience> who = EnumSet.noneOf(Audience.class);
    audiences.stream().filter(WHO::contains).forEach(who::add);
    return who;
  }

  private static String names(Set<Audience> audiences) {
    return audiences.stream().sorted().map(PublicPolicy::name).collect(Collectors.joining(", "));
  }

  private static String name(Audience audience) {
    return switch (audience) {
      case WOMAN -> "women";
      case MAN -> "men";
      case CHILD -> "children";
      case ELDERLY -> "elderly people";
      case LGBTQ -> "LGBTQ+ people";
      case DISABLED -> "people with disabilities";
      case ADDICTED -> "people with addictions";
      case WITHOUT_PAPERS -> "people without papers";
      case WITH_CHILDREN -> "people with children";
      case WITH_ANIMALS -> "people with animals";
      case REFUGEE -> "refugees";
      case PERPETRATOR -> "perpetrators";
    };
  }
}
