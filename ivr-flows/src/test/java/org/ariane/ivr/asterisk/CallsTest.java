package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.ariane.router.contact.ContactId;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final ContactId ONE = new ContactId("co-01JD8Z4T9K0000000000000001");
  private static final ContactId OTHER = new ContactId("co-01JD8Z4T9K0000000000000002");
  private static final SwitchId NEIGHBOUR = new SwitchId("b");

  private final Calls calls = new Calls();

  @Test
  void whoIsOnAChannelOfAFreshSwitchIsNotWhoWasOnOneOfThatName() {
    assertThat(calls.seen(ONE, SwitchId.LOCAL, "PJSIP/anonymous-00000000", Instant.EPOCH))
        .isEmpty();
    assertThat(calls.seen(ONE, SwitchId.LOCAL, "PJSIP/anonymous-00000000", Instant.EPOCH))
        .isEmpty();
    assertThat(calls.seen(OTHER, NEIGHBOUR, "PJSIP/anonymous-00000000", Instant.EPOCH)).isEmpty();
    assertThat(calls.contact(SwitchId.LOCAL, "PJSIP/anonymous-00000000")).contains(ONE);

    assertThat(calls.seen(OTHER, SwitchId.LOCAL, "PJSIP/anonymous-00000000", Instant.EPOCH))
        .contains(ONE);
    assertThat(calls.call(ONE)).isEmpty();
    assertThat(calls.departed(ONE)).isTrue();
    assertThat(calls.contact(SwitchId.LOCAL, "PJSIP/anonymous-00000000")).contains(OTHER);
  }

  @Test
  void whoLeftIsOnNoChannel() {
    calls.seen(ONE, SwitchId.LOCAL, "PJSIP/anonymous-1", Instant.EPOCH);
    calls.gone(ONE);

    assertThat(calls.contact(SwitchId.LOCAL, "PJSIP/anonymous-1")).isEmpty();
  }
}
