package org.ariane.ivr.asterisk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.contact.ContactId;

/// Calls to operators' telephones for an offer: they ring, or talk with the caller. The id of the
/// channel is that of the offer, so that a list of channels tells which are still there.
final class Legs {
  /// @param on the switch of the caller
  /// @param talks the operator accepted
  record Leg(OfferId offer, ContactId contact, PrincipalId operator, SwitchId on, boolean talks) {}

  private static final int REMEMBERED = 2_000;

  private final Map<OfferId, Leg> legs = new LinkedHashMap<>();
  private final LinkedHashSet<OfferId> over = new LinkedHashSet<>();
  private final Map<SwitchId, Set<OfferId>> suspects = new HashMap<>();

  synchronized void began(Leg leg) {
    if (!over.contains(leg.offer())) {
      legs.put(leg.offer(), leg);
    }
  }

  /// The operator accepted; false where the leg is not known.
  synchronized boolean accepted(OfferId offer) {
    return legs.computeIfPresent(
            offer, (_, leg) -> new Leg(offer, leg.contact(), leg.operator(), leg.on(), true))
        != null;
  }

  synchronized void ended(OfferId offer) {
    legs.remove(offer);
    over.add(offer);
    if (over.size() > REMEMBERED) {
      over.removeFirst();
    }
  }

  /// It could not be rung, as far as this server knows; where it is there all the same it is
  /// listed.
  synchronized void forgotten(OfferId offer) {
    legs.remove(offer);
  }

  synchronized boolean over(OfferId offer) {
    return over.contains(offer);
  }

  synchronized Optional<Leg> leg(OfferId offer) {
    return Optional.ofNullable(legs.get(offer));
  }

  synchronized Set<OfferId> known(SwitchId on) {
    Set<OfferId> known = new HashSet<>();
    legs.values().stream()
        .filter(leg -> leg.on().equals(on))
        .forEach(leg -> known.add(leg.offer()));
    return known;
  }

  /// Those that were known before the switch listed its channels and are missing from two lists in
  /// a row. They are over.
  synchronized List<Leg> missingFrom(SwitchId on, Set<String> ids, Set<OfferId> knownBefore) {
    Set<OfferId> missing = new HashSet<>();
    known(on).stream()
        .filter(offer -> knownBefore.contains(offer) && !ids.contains(offer.value()))
        .forEach(missing::add);
    Set<OfferId> before = Optional.ofNullable(suspects.put(on, missing)).orElse(Set.of());
    List<Leg> gone = missing.stream().filter(before::contains).map(legs::get).toList();
    gone.forEach(leg -> ended(leg.offer()));
    return gone;
  }
}
