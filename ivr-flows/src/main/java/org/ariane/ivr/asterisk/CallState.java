package org.ariane.ivr.asterisk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /// `name=value` pairs, absent ones left out. A server ignores names that it does not know, so
  /// that servers of two releases can serve the same call while one replaces the other.
  Word pack() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("contact", contact.value());
    fields.put("node", flow.node().value());
    fields.put("attempt", Integer.toString(flow.attempt()));
    flow.language().ifPresent(language -> fields.put("language", language.tag()));
    flow.postcode().ifPresent(postcode -> fields.put("postcode", postcode.digits()));
    flag(fields, "silent", flow.silent());
    fields.put("alarm", flow.alarm().name());
    flag(fields, "asked", asked);
    flag(fields, "police", policeCalled);
    incident.ifPresent(known -> fields.put("incident", known.value()));
    fields.put("slices", Integer.toString(slices));
    return new Word(
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("|")));
  }

  private static void flag(Map<String, String> fields, String name, boolean set) {
    if (set) {
      fields.put(name, "1");
    }
  }

  /// Empty for a fresh call, and for what no server wrote.
  static Optional<CallState> unpack(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split("\\|", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), field.substring(equals + 1));
      }
    }
    if (!fields.containsKey("contact") || !fields.containsKey("node")) {
      return Optional.empty();
    }
    try {
      return Optional.of(unpack(fields));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static CallState unpack(Map<String, String> fields) {
    FlowState flow =
        new FlowState(
            new NodeId(fields.getOrDefault("node", "")),
            Integer.parseInt(fields.getOrDefault("attempt", "1")),
            Language.parse(fields.getOrDefault("language", "")),
            Postcode.parse(fields.getOrDefault("postcode", "")),
            fields.containsKey("silent"),
            AlarmProgress.valueOf(fields.getOrDefault("alarm", AlarmProgress.NONE.name())));
    return new CallState(
        new ContactId(fields.getOrDefault("contact", "")),
        flow,
        fields.containsKey("asked"),
        Optional.ofNullable(fields.get("incident")).map(IncidentId::new),
        Integer.parseInt(fields.getOrDefault("slices", "0")),
        fields.containsKey("police"));
  }

  @Override
  public String toString() {
    return "CallState[" + contact + ", " + flow.node() + "]";
  }
}
