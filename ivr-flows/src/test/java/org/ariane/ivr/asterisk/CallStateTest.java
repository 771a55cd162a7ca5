package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.AlarmProgress;
import org.ariane.ivr.flow.FlowState;
import org.ariane.ivr.flow.NodeId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.ContactId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallStateTest {
  private static final ContactId CONTACT = new ContactId("co-01JD8Z4T9K0000000000000000");

  @Test
  void travelsInAVariableAndBack() {
    CallState fresh = CallState.begun(CONTACT, new NodeId("language"));
    CallState full =
        new CallState(
            CONTACT,
            new FlowState(
                new NodeId("danger"),
                2,
                Optional.of(Language.AR),
                Postcode.parse("94700"),
                true,
                AlarmProgress.STORED),
            true,
            Optional.of(new IncidentId("in-01JD8Z4T9K0000000000000000")),
            7,
            true);

    assertThat(CallState.unpack(fresh.pack().value())).contains(fresh);
    assertThat(CallState.unpack(full.pack().value())).contains(full);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "contact=co-1|node=language",
        "node=language",
        "contact=co-01JD8Z4T9K0000000000000000",
        "contact=co-01JD8Z4T9K0000000000000000|node=language|attempt=x",
        "contact=co-01JD8Z4T9K0000000000000000|node=language|alarm=MAYBE",
        "contact=co-01JD8Z4T9K0000000000000000|node=not a node",
      })
  void whatItCannotReadIsAFreshCall(String text) {
    assertThat(CallState.unpack(text)).isEmpty();
  }

  @Test
  void newerServerMayHaveWrittenMore() {
    CallState state = CallState.begun(CONTACT, new NodeId("language"));

    assertThat(CallState.unpack(state.pack() + "|weather=fair")).contains(state);
  }
}
