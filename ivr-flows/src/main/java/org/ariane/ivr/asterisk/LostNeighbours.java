package org.ariane.ivr.asterisk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// Which switches are lost to their neighbours. A dead switch says no goodbye: calls between it and
/// a living one would stay silent for ever. One is lost to another when that other cannot reach it
/// and this server cannot either; one witness alone may be wrong.
final class LostNeighbours {
  private final Predicate<SwitchId> connected;
  private final BiConsumer<SwitchId, SwitchId> hangUp;
  private final Map<SwitchId, Set<SwitchId>> unreachable = new HashMap<>();

  /// @param connected whether this server can reach a switch
  /// @param hangUp ends at the first switch its calls with the second, as lost
  LostNeighbours(Predicate<SwitchId> connected, BiConsumer<SwitchId, SwitchId> hangUp) {
    this.connected = connected;
    this.hangUp = hangUp;
  }

  /// A switch says whether it can reach a neighbour.
  synchronized void told(SwitchId by, SwitchId neighbour, boolean reachable) {
    Set<SwitchId> lost = unreachable.computeIfAbsent(by, _ -> new HashSet<>());
    if (reachable) {
      lost.remove(neighbour);
    } else if (lost.add(neighbour) && !connected.test(neighbour)) {
      hangUp.accept(by, neighbour);
    }
  }

  /// This server can no longer reach a switch.
  synchronized void away(SwitchId gone) {
    unreachable.forEach((by, lost) -> {
      if (lost.contains(gone)) {
        hangUp.accept(by, gone);
      }
    });
  }
}
