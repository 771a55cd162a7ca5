package org.ariane.ivr.asterisk;

import static org.ariane.router.presence.PhoneState.IDLE;
import static org.ariane.router.presence.PhoneState.IN_USE;
import static org.ariane.router.presence.PhoneState.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.presence.PhoneState;
import org.junit.jupiter.api.Test;

class PhonesTest {
  private static final SwitchId A = new SwitchId("a");
  private static final SwitchId B = new SwitchId("b");
  private static final PrincipalId OPERATOR = new PrincipalId("operator-1");

  private static final PrincipalId SUPERVISOR = new PrincipalId("supervisor-1");

  private final List<PhoneState> told = new ArrayList<>();
  private final Phones phones =
      new Phones(Set.of(OPERATOR), Set.of(OPERATOR, SUPERVISOR), (_, state) -> told.add(state));

  @Test
  void telephoneIsWhereItIsRegistered() {
    phones.told(A, OPERATOR, UNREACHABLE);
    phones.told(B, OPERATOR, IDLE);
    assertThat(phones.home(OPERATOR, A)).isEqualTo(B);
    assertThat(told).containsExactly(UNREACHABLE, IDLE);
  }

  @Test
  void sheIsRungByTheSwitchOfTheCallerWhereSheIsAtBoth() {
    phones.told(A, OPERATOR, IDLE);
    phones.told(B, OPERATOR, IDLE);
    assertThat(phones.home(OPERATOR, B)).isEqualTo(B);
    assertThat(phones.home(OPERATOR, A)).isEqualTo(A);
  }

  @Test
  void whoTalksAtOneSwitchIsNotIdleBecauseAnotherSaysSo() {
    phones.told(A, OPERATOR, IN_USE);
    phones.told(B, OPERATOR, UNREACHABLE);
    phones.told(B, OPERATOR, IDLE);
    assertThat(told).containsExactly(IN_USE, IN_USE, IN_USE);
    assertThat(phones.idle(OPERATOR)).isFalse();
  }

  /// She is rung where she is, and no call from the queue is offered to her.
  @Test
  void supervisorsTelephoneIsKnownAndNotReported() {
    phones.told(A, SUPERVISOR, IDLE);
    assertThat(phones.home(SUPERVISOR, B)).isEqualTo(A);
    phones.away(A);
    assertThat(phones.home(SUPERVISOR, B)).isEqualTo(B);
    assertThat(told).isEmpty();
  }

  @Test
  void withHerSwitchSheIsGone() {
    phones.told(A, OPERATOR, IN_USE);
    phones.told(B, OPERATOR, UNREACHABLE);
    phones.away(A);
    assertThat(told).last().isEqualTo(UNREACHABLE);
    assertThat(phones.home(OPERATOR, B)).isEqualTo(B);
  }
}
