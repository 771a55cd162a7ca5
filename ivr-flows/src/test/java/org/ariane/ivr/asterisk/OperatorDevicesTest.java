package org.ariane.ivr.asterisk;

import static org.ariane.router.presence.PhoneState.IDLE;
import static org.ariane.router.presence.PhoneState.IN_USE;
import static org.ariane.router.presence.PhoneState.RINGING;
import static org.ariane.router.presence.PhoneState.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.PhoneState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorDevicesTest {
  private static final PrincipalId OPERATOR = new PrincipalId("operator-1");
  private static final Word TELEPHONE = new Word("PJSIP/operator-1");
  private final OperatorDevices devices = new OperatorDevices(Set.of(OPERATOR), SwitchId.LOCAL);

  @ParameterizedTest
  @CsvSource({
    "IDLE, UNREACHABLE, IDLE",
    "UNREACHABLE, IDLE, IDLE",
    "IDLE, RINGING, RINGING",
    "RINGING, IN_USE, IN_USE",
    "IN_USE, IDLE, IN_USE",
    "UNREACHABLE, UNREACHABLE, UNREACHABLE",
  })
  void herTwoDevicesAreOneSeat(PhoneState telephone, PhoneState softphone, PhoneState seat) {
    told("PJSIP/operator-1", telephone);

    assertThat(told("PJSIP/operator-1.web", softphone)).isEqualTo(seat);
  }

  @Test
  void theSoftphoneRingsWhileItIsOpenElseTheTelephone() {
    assertThat(devices.rings(SwitchId.LOCAL, TELEPHONE)).isEqualTo(TELEPHONE);
    told("PJSIP/operator-1", IDLE);
    told("PJSIP/operator-1.web", IDLE);
    assertThat(devices.rings(SwitchId.LOCAL, TELEPHONE))
        .isEqualTo(new Word("PJSIP/operator-1.web"));

    assertThat(devices.rings(SwitchId.LOCAL, new Word("PJSIP/17@trunk")))
        .isEqualTo(new Word("PJSIP/17@trunk"));
    told("PJSIP/operator-1.web", UNREACHABLE);
    assertThat(devices.rings(SwitchId.LOCAL, TELEPHONE)).isEqualTo(TELEPHONE);
  }

  @Test
  void anotherSwitchAsksTheOneOfTheSoftphones() {
    SwitchId other = new SwitchId("two");
    devices.told(other, "PJSIP/operator-1", IDLE);
    assertThat(devices.rings(other, TELEPHONE)).isEqualTo(TELEPHONE);

    told("PJSIP/operator-1.web", IDLE);
    Word there = new Word("PJSIP/operator-1@switch-" + SwitchId.LOCAL);
    assertThat(devices.rings(other, TELEPHONE)).isEqualTo(there);
    assertThat(devices.rings(other, there)).isEqualTo(there);
    assertThat(devices.told(other, "PJSIP/operator-1", UNREACHABLE))
        .contains(new OperatorDevices.Reachable(OPERATOR, UNREACHABLE));

    devices.away(SwitchId.LOCAL);
    assertThat(devices.rings(other, TELEPHONE)).isEqualTo(TELEPHONE);
  }

  @Test
  void nobodyElsesDeviceCounts() {
    assertThat(devices.told(SwitchId.LOCAL, "PJSIP/operator-2", IDLE)).isEmpty();
    assertThat(devices.told(SwitchId.LOCAL, "PJSIP/trunk", IN_USE)).isEmpty();
    assertThat(devices.told(SwitchId.LOCAL, "Local/operator-1", RINGING)).isEmpty();
  }

  private PhoneState told(String device, PhoneState state) {
    return devices.told(SwitchId.LOCAL, device, state).orElseThrow().state();
  }
}
