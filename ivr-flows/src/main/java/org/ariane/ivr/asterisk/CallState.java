package org.ariane.ivr.asterisk;

import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.AlarmProgress;
import org.ariane.ivr.flow.FlowState;
import org.ariane.ivr.flow.NodeId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.ContactId;

/// All that is needed to go on with a call. It travels in a variable of the caller's channel, so
/// that any server, also a freshly started one, can serve the next step.
///
/// @param asked she asked for the police by key
/// @param slices hold slices since something was last said to her while she waits
record CallState(
    ContactId contact,
    FlowState flow,
    boolean asked,
    Optional<IncidentId> incident,
    int slices,
    boolean policeCalled) {
  private static final String VERSION = "1";
  private static final int FIELDS = 11;

  static CallState begun(ContactId contact, NodeId start) {
    return new CallState(contact, FlowState.at(start), false, Optional.empty(), 0, false);
  }

  CallState flow(FlowState next) {
    return new CallState(contact, next, asked, incident, slices, policeCalled);
  }

  CallState alarmed(Optional<IncidentId> known) {
    return new CallState(contact, flow, true, known, slices, policeCalled);
  }

  CallState slices(int count) {
    return new CallState(contact, flow, asked, incident, count, policeCalled);
  }

  CallState withPoliceCalled() {
    return new CallState(contact, flow, asked, incident, slices, true);
  }

  Word pack() {
    return new Word(
        String.join(
            "|",
            VERSION,
            contact.value(),
            flow.node().value(),
            Integer.toString(flow.attempt()),
            flow.language().map(Language::tag).orElse(""),
            flow.postcode().map(Postcode::digits).orElse(""),
            flow.silent() ? "1" : "0",
            flow.alarm().name(),
            (asked ? "1" : "0") + (policeCalled ? "1" : "0"),
            incident.map(IncidentId::value).orElse(""),
            Integer.toString(slices)));
  }

  /// Empty for a fresh call, and for a state of another version of this server.
  static Optional<CallState> unpack(String text) {
    String[] fields = text.split("\\|", -1);
    if (fields.length != FIELDS || !fields[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      FlowState flow =
          new FlowState(
              new NodeId(fields[2]),
              Integer.parseInt(fields[3]),
              fields[4].isEmpty() ? Optional.empty() : Language.parse(fields[4]),
              Postcode.parse(fields[5]),
              fields[6].equals("1"),
              AlarmProgress.valueOf(fields[7]));
      return Optional.of(
          new CallState(
              new ContactId(fields[1]),
              flow,
              fields[8].startsWith("1"),
              fields[9].isEmpty() ? Optional.empty() : Optional.of(new IncidentId(fields[9])),
              Integer.parseInt(fields[10]),
              fields[8].endsWith("1")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "CallState[" + contact + ", " + flow.node() + "]";
  }
}
