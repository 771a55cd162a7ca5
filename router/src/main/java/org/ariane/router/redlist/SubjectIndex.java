package org.ariane.router.redlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;

/// Finds what is about the same phone, address or centre of a place, in the same zone.
final class SubjectIndex<T> {
  /// About 10 cm: programs for tables round.
  private static final double DEGREES = 1_000_000;

  private final Function<T, RedListSubject> subject;
  private final Function<T, ZoneId> zone;
  private final Map<String, List<T>> byTerm = new HashMap<>();

  SubjectIndex(Function<T, RedListSubject> subject, Function<T, ZoneId> zone) {
    this.subject = subject;
    this.zone = zone;
  }

  void add(T one) {
    for (String term : terms(subject.apply(one))) {
      byTerm.computeIfAbsent(term, it -> new ArrayList<>()).add(one);
    }
  }

  List<T> same(RedListSubject asked, ZoneId in) {
    return terms(asked).stream()
        .flatMap(term -> byTerm.getOrDefault(term, List.of()).stream())
        .distinct()
        .filter(one -> zone.apply(one).equals(in) && same(subject.apply(one), asked))
        .toList();
  }

  static boolean same(RedListSubject one, RedListSubject other) {
    if (one instanceof OfAddress(var here) && other instanceof OfAddress(var there)) {
      Optional<AddressKey> key = AddressKey.of(here);
      return AddressKey.of(there).filter(it -> key.filter(it::same).isPresent()).isPresent();
    }
    return one.kind() == other.kind() && terms(one).equals(terms(other));
  }

  private static List<String> terms(RedListSubject subject) {
    return switch (subject) {
      case OfPhone phone -> Terms.of(phone);
      case OfAddress address -> Terms.of(address);
      case OfPlace(Position centre, int radiusM) ->
          List.of(
              "at:"
                  + Math.round(centre.lat() * DEGREES)
                  + ":"
                  + Math.round(centre.lon() * DEGREES));
    };
  }
}
