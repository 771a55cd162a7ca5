package org.ariane.directory.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceKind;

/// Which sorts of services take whom, whatever the place and the hour: services that are alike in
/// what the policies of public, need and wishes read share one sort, which is asked once.
final class Fits {
  private static final int MOST_KEPT = 256;
  private static final byte AGAINST = -1;

  private record Sort(
      ServiceKind kind,
      Set<String> needs,
      Set<Audience> audiences,
      Set<ListenerGender> listeners,
      Cost.Charge charge,
      boolean tellsDoor) {}

  private record Person(
      Set<Audience> audiences,
      Optional<String> need,
      Set<ServiceKind> kinds,
      Optional<ListenerGender> listener,
      boolean free,
      boolean accessible) {}

  private final Map<Sort, Integer> numbers = new HashMap<>();
  private final List<Service> examples = new ArrayList<>();
  private final Map<Person, Fit> kept = new ConcurrentHashMap<>();

  /// What is told to one person of a sort.
  record Told(Optional<Reason> publicReason, List<Reason> wishReasons) {
    Told {
      wishReasons = List.copyOf(wishReasons);
    }

    static Told of(Service service, ServiceQuery query) {
      return new Told(PublicPolicy.reason(service, query), WishPolicy.reasons(service, query));
    }
  }

  /// How every sort fits one person.
  static final class Fit {
    private final byte[] bySort;
    private final List<Told> told;

    private Fit(byte[] bySort, List<Told> told) {
      this.bySort = bySort;
      this.told = told;
    }

    Told told(int sort) {
      return told.get(sort);
    }

    /// The rank of its [PublicPolicy.Fit]; negative where it would not take her.
    int of(int sort) {
      return bySort[sort];
    }
  }

  int add(Service service) {
    Sort sort =
        new Sort(
            service.kind(),
            service.needs(),
            service.audiences(),
            service.particulars().listeners(),
            service.particulars().cost().charge(),
            service.particulars().accessibility().isPresent());
    return numbers.computeIfAbsent(
        sort,
        any -> {
          examples.add(service);
          return examples.size() - 1;
        });
  }

  Fit of(ServiceQuery query) {
    Person person =
        new Person(
            query.audiences(),
            query.need(),
            query.kinds(),
            query.wishes().listener(),
            query.wishes().free(),
            query.wishes().accessible());
    Fit known = kept.get(person);
    if (known == null) {
      known = ask(query);
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(person, known);
    }
    return known;
  }

  private Fit ask(ServiceQuery query) {
    byte[] bySort = new byte[examples.size()];
    for (int sort = 0; sort < bySort.length; sort++) {
      Service example = examples.get(sort);
      boolean against =
          PublicPolicy.against(example, query).isPresent()
              || NeedPolicy.against(example, query).isPresent()
              || WishPolicy.against(example, query).isPresent();
      bySort[sort] = against ? AGAINST : (byte) PublicPolicy.fit(example, query).rank();
    }
    return new Fit(bySort, examples.stream().map(example -> Told.of(example, query)).toList());
  }
}
