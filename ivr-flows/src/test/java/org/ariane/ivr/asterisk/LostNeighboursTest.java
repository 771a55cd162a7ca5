package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LostNeighboursTest {
  private static final SwitchId A = new SwitchId("a");
  private static final SwitchId B = new SwitchId("b");

  private final Set<SwitchId> connected = new HashSet<>(Set.of(A, B));
  private final List<String> hungUp = new ArrayList<>();
  private final LostNeighbours neighbours =
      new LostNeighbours(connected::contains, (at, lost) -> hungUp.add(at + " with " + lost));

  @Test
  void switchThatNeitherItsNeighbourNorTheServerReachesIsLost() {
    connected.remove(A);
    neighbours.away(A);
    assertThat(hungUp).isEmpty();
    neighbours.told(B, A, false);
    neighbours.told(B, A, false);
    assertThat(hungUp).containsExactly("b with a");
  }

  @Test
  void theOtherWayRoundToo() {
    neighbours.told(B, A, false);
    assertThat(hungUp).isEmpty();
    connected.remove(A);
    neighbours.away(A);
    assertThat(hungUp).containsExactly("b with a");
  }

  @Test
  void whoIsBackIsNotLost() {
    neighbours.told(B, A, false);
    neighbours.told(B, A, true);
    neighbours.away(A);
    assertThat(hungUp).isEmpty();
  }
}
