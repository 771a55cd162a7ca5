package org.ariane.ivr.asterisk;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.PhoneState;

/// An operator has two devices, a telephone and the softphone of her browser, and one seat: their
/// states are told as one. One of them rings: the softphone while it is registered, since she
/// opened it to take calls there; else the telephone. Softphones are at one switch.
final class OperatorDevices {
  private static final String TECHNOLOGY = "PJSIP/";

  /// No account's name holds a dot.
  private static final String WEB_SUFFIX = ".web";

  /// One of her two devices.
  enum Kind {
    TELEPHONE,
    SOFTPHONE
  }

  /// How she can be reached at a switch, both devices taken together.
  record Reachable(PrincipalId operator, PhoneState state) {}

  private final Set<PrincipalId> operators;
  private final SwitchId at;
  private final Map<PrincipalId, Map<Kind, PhoneState>> states = new ConcurrentHashMap<>();

  /// @param at the switch of the softphones
  OperatorDevices(Set<PrincipalId> operators, SwitchId at) {
    this.operators = Set.copyOf(operators);
    this.at = at;
  }

  /// The account of her softphone at the switch.
  static String softphone(PrincipalId operator) {
    return operator + WEB_SUFFIX;
  }

  /// All devices of an account at a switch, as its dialplan dials them at once.
  static String all(PrincipalId operator, boolean softphones) {
    String telephone = TECHNOLOGY + operator;
    return softphones ? telephone + "&" + TECHNOLOGY + softphone(operator) : telephone;
  }

  /// Takes the state of a device of a switch; empty where it is nobody's.
  Optional<Reachable> told(SwitchId on, String device, PhoneState state) {
    if (!device.startsWith(TECHNOLOGY)) {
      return Optional.empty();
    }
    String name = device.substring(TECHNOLOGY.length());
    Kind kind = name.endsWith(WEB_SUFFIX) ? Kind.SOFTPHONE : Kind.TELEPHONE;
    return operators.stream()
        .filter(operator -> name.equals(named(operator, kind)))
        .findFirst()
        .map(operator ->
            new Reachable(operator, on.equals(at) ? together(operator, kind, state) : state));
  }

  private static String named(PrincipalId operator, Kind kind) {
    return switch (kind) {
      case TELEPHONE -> operator.value();
      case SOFTPHONE -> softphone(operator);
    };
  }

  private PhoneState together(PrincipalId operator, Kind kind, PhoneState state) {
    Map<Kind, PhoneState> now =
        states.compute(
            operator,
            (_, before) -> {
              Map<Kind, PhoneState> after = new EnumMap<>(Kind.class);
              after.putAll(before == null ? Map.of() : before);
              after.put(kind, state);
              return Map.copyOf(after);
            });
    return Stream.of(PhoneState.IN_USE, PhoneState.RINGING, PhoneState.IDLE)
        .filter(now::containsValue)
        .findFirst()
        .orElse(PhoneState.UNREACHABLE);
  }

  /// Nothing is known any more of the devices of a switch.
  void away(SwitchId gone) {
    if (gone.equals(at)) {
      states.clear();
    }
  }

  /// The state of one of her devices at the switch of the softphones.
  PhoneState state(PrincipalId operator, Kind kind) {
    return states.getOrDefault(operator, Map.of()).getOrDefault(kind, PhoneState.UNREACHABLE);
  }

  /// The device that rings where a switch is to ring a telephone; of one that is no operator's,
  /// itself. Another switch than that of the softphones asks that one for all that she has there.
  Word rings(SwitchId from, Word telephone) {
    String name = telephone.value().replaceFirst("@" + Neighbours.endpoint(at) + "$", "");
    return operators.stream()
        .filter(operator -> name.equals(TECHNOLOGY + operator))
        .filter(operator -> state(operator, Kind.SOFTPHONE) != PhoneState.UNREACHABLE)
        .findFirst()
        .map(operator ->
            from.equals(at)
                ? TECHNOLOGY + softphone(operator)
                : TECHNOLOGY + operator + "@" + Neighbours.endpoint(at))
        .map(Word::new)
        .orElse(telephone);
  }
}
