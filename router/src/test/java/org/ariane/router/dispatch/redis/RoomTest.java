package org.ariane.router.dispatch.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ariane.router.dispatch.Shortage;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final long MIB = 1L << 20;

  private final Room room = new Room();

  private Optional<Shortage> after(long used, long max, Optional<Long> disk) {
    room.looked(new Room.Seen(used, max, disk));
    return room.shortage();
  }

  @Test
  void memoryIsShortAboveNineTenthsOfItsLimitAndNeverWithoutOne() {
    assertThat(after(90, 100, Optional.empty())).isEmpty();
    assertThat(after(91, 100, Optional.empty())).contains(Shortage.MEMORY);
    assertThat(after(91, 0, Optional.empty())).isEmpty();
  }

  @Test
  void diskIsShortWhileARewriteOfTheLogMightNotFit() {
    assertThat(after(MIB, 0, Optional.of(65 * MIB))).isEmpty();
    assertThat(after(2 * MIB, 0, Optional.of(65 * MIB))).contains(Shortage.DISK);
  }

  @Test
  void whatRedisRefusesIsBelievedUntilTheNextLook() {
    room.refused("OOM command not allowed when used memory > 'maxmemory'.");
    assertThat(room.shortage()).contains(Shortage.MEMORY);
    room.refused("MISCONF Errors writing to the AOF file: No space left on device");
    assertThat(room.shortage()).contains(Shortage.DISK);
    assertThat(after(1, 100, Optional.empty())).isEmpty();
    room.refused("ERR something else");
    assertThat(room.shortage()).isEmpty();
  }

  @Test
  void readsWhatRedisTellsOfItsMemory() {
    String info = "# Memory\r\nused_memory:1048576\r\nmaxmemory:2097152\r\nmaxmemory_policy:x\r\n";
    assertThat(Room.Seen.of(info, Optional.empty()))
        .isEqualTo(new Room.Seen(MIB, 2 * MIB, Optional.empty()));
  }
}
