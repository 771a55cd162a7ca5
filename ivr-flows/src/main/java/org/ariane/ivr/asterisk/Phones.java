package org.ariane.ivr.asterisk;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.PhoneState;

/// At which switch each operator's or supervisor's telephone is, and how it is. A telephone
/// registers with any one switch, or with several.
final class Phones {
  /// Which of the states of one telephone at several switches counts: the later here, the more.
  private static final List<PhoneState> RANK =
      List.of(PhoneState.UNREACHABLE, PhoneState.IDLE, PhoneState.RINGING, PhoneState.IN_USE);

  private final Map<String, PrincipalId> accounts;
  private final Set<PrincipalId> offered;
  private final BiConsumer<PrincipalId, PhoneState> report;
  private final Map<PrincipalId, Map<SwitchId, PhoneState>> states = new HashMap<>();

  /// @param operators whom calls are offered to
  /// @param all with those who have a telephone, but take no calls from the queue
  /// @param report told of each state of operators, also of one that was told before
  Phones(
      Collection<PrincipalId> operators,
      Collection<PrincipalId> all,
      BiConsumer<PrincipalId, PhoneState> report) {
    this.accounts = all.stream().collect(Collectors.toMap(PrincipalId::value, Function.identity()));
    this.offered = Set.copyOf(operators);
    this.report = report;
  }

  Optional<PrincipalId> operator(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  synchronized void told(SwitchId on, PrincipalId operator, PhoneState state) {
    states.computeIfAbsent(operator, _ -> new TreeMap<>()).put(on, state);
    report(operator);
  }

  /// Nothing is known any more of the telephones of a switch.
  synchronized void away(SwitchId on) {
    states.forEach((operator, at) -> {
      if (at.remove(on) != null) {
        report(operator);
      }
    });
  }

  private void report(PrincipalId operator) {
    if (offered.contains(operator)) {
      report.accept(operator, combined(operator));
    }
  }

  /// Where she can be rung; `near` where she is there, too, or nowhere else.
  synchronized SwitchId home(PrincipalId operator, SwitchId near) {
    Map<SwitchId, PhoneState> at = states.getOrDefault(operator, Map.of());
    if (here(at, near)) {
      return near;
    }
    return at.keySet().stream().filter(on -> here(at, on)).findFirst().orElse(near);
  }

  /// Whether a switch says that her telephone is idle, and none that it is not.
  synchronized boolean idle(PrincipalId operator) {
    return combined(operator) == PhoneState.IDLE;
  }

  private static boolean here(Map<SwitchId, PhoneState> at, SwitchId on) {
    return at.getOrDefault(on, PhoneState.UNREACHABLE) != PhoneState.UNREACHABLE;
  }

  private PhoneState combined(PrincipalId operator) {
    Map<PhoneState, Boolean> said = new EnumMap<>(PhoneState.class);
    states.getOrDefault(operator, Map.of()).values().forEach(state -> said.put(state, true));
    return RANK.reversed().stream()
        .filter(said::containsKey)
        .findFirst()
        .orElse(PhoneState.UNREACHABLE);
  }
}
