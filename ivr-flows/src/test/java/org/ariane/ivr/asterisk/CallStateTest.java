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
        "2|co-01JD8Z4T9K0000000000000000|language|1||||NONE|00||0",
        "1|co-1|language|1|||0|NONE|00||0",
        "1|co-01JD8Z4T9K0000000000000000|language|x|||0|NONE|00||0",
        "1|co-01JD8Z4T9K0000000000000000|language|1|||0|MAYBE|00||0",
        "1|co-01JD8Z4T9K0000000000000000",
      })
  void whatItCannotReadIsAFreshCall(String text) {
    assertThat(CallState.unpack(text)).isEmpty();
  }
}
