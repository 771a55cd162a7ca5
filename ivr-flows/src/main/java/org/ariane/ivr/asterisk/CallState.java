package org.ariane.ivr.asterisk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ariane.ivr.flow.FlowRef;
import org.ariane.ivr.flow.FlowState;
import org.ariane.ivr.flow.NodeId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.ContactId;

/// All that is needed to go on with a call. It travels in a variable of the caller's channel, so
/// that any server, also a freshly started one, can serve the next step.
///
/// @param version the flow that the call began with; empty where an older server wrote it
/// @param asked she asked for the police by key
/// @param slices hold slices since something was last said to her while she waits
/// @param heard what she has heard of her wait
record CallState(
    ContactId contact,
    Optional<FlowRef> version,
    FlowState flow,
    boolean asked,
    Optional<IncidentId> incident,
    int slices,
    boolean policeCalled,
    Heard heard) {
  static CallState begun(ContactId contact, FlowRef version, NodeId start) {
    return new CallState(
        contact,
        Optional.of(version),
        FlowState.at(start),
        false,
        Optional.empty(),
        0,
        false,
        Heard.NOTHING);
  }

  /// In another version from now on, since the first is no longer known.
  CallState version(FlowRef other) {
    return new CallState(
        contact, Optional.of(other), flow, asked, incident, slices, policeCalled, heard);
  }

  CallState flow(FlowState next) {
    return new CallState(contact, version, next, asked, incident, slices, policeCalled, heard);
  }

  CallState alarmed(Optional<IncidentId> known) {
    return new CallState(contact, version, flow, true, known, slices, policeCalled, heard);
  }

  CallState slices(int count) {
    return new CallState(contact, version, flow, asked, incident, count, policeCalled, heard);
  }

  CallState withPoliceCalled() {
    return new CallState(contact, version, flow, asked, incident, slices, true, heard);
  }

  CallState heard(Heard words) {
    return new CallState(contact, version, flow, asked, incident, slices, policeCalled, words);
  }

  /// `name=value` pairs, absent ones left out. A server ignores names that it does not know, so
  /// that servers of two releases can serve the same call while one replaces the other.
  Word pack() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("contact", contact.value());
    version.ifPresent(ref -> fields.put("flow", ref.toString()));
    FlowFields.write(flow, fields);
    FlowFields.flag(fields, "asked", asked);
    FlowFields.flag(fields, "police", policeCalled);
    incident.ifPresent(known -> fields.put("incident", known.value()));
    fields.put("slices", Integer.toString(slices));
    heard.pack().ifPresent(words -> fields.put("heard", words));
    return new Word(
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("|")));
  }

  /// Empty for a fresh call, and for what no server wrote.
  static Optional<CallState> unpack(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
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
    return new CallState(
        new ContactId(fields.getOrDefault("contact", "")),
        FlowRef.parse(fields.getOrDefault("flow", "")),
        FlowFields.read(fields),
        fields.containsKey("asked"),
        Optional.ofNullable(fields.get("incident")).map(IncidentId::new),
        Integer.parseInt(fields.getOrDefault("slices", "0")),
        fields.containsKey("police"),
        Heard.unpack(fields.getOrDefault("heard", "")));
  }

  @Override
  public String toString() {
    return "CallState[" + contact + ", " + flow.node() + "]";
  }
}
