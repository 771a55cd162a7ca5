package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.ivr.flow.AlarmProgress;
import org.ariane.ivr.flow.CommuneChoice;
import org.ariane.ivr.flow.FlowRef;
import org.ariane.ivr.flow.FlowState;
import org.ariane.ivr.flow.NodeId;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.ForWhom;
import org.ariane.router.contact.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallStateTest {
  private static final ContactId CONTACT = new ContactId("co-01JD8Z4T9K0000000000000000");

  private static final FlowRef VERSION = new FlowRef(new LineId("0800-30-030"), "0a1b2c3d");

  @Test
  void travelsInAVariableAndBack() {
    CallState fresh = CallState.begun(CONTACT, VERSION, new NodeId("language"));
    CallState full =
        new CallState(
            CONTACT,
            Optional.of(VERSION),
            new FlowState(
                new NodeId("danger"),
                2,
                Optional.of(Language.AR),
                Postcode.parse("94700"),
                true,
                AlarmProgress.STORED,
                new Told(Optional.of(ForWhom.CHILD), Optional.of(false), Map.of("yes-or-no", "1")),
                List.of(
                    new CommuneChoice(
                        new Postcode(Country.FR, "94700"),
                        Optional.of(new PromptKey("commune-maisons-alfort"))),
                    new CommuneChoice(new Postcode(Country.BE, "1000"), Optional.empty()))),
            true,
            Optional.of(new IncidentId("in-01JD8Z4T9K0000000000000000")),
            7,
            true,
            new Heard(3, 5, true, true, true));

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
    CallState state = CallState.begun(CONTACT, VERSION, new NodeId("language"));

    assertThat(CallState.unpack(state.pack() + "|weather=fair")).contains(state);
  }
}
