package org.ariane.ivr.asterisk;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the telephone line is.
///
/// @param agiListening whether the dialplan can reach this server
/// @param switches of each switch, whether this server can reach it: without that no offer rings
///   for its callers, but they still come through the dialplan's own ways
public record VoiceHealth(boolean agiListening, SortedMap<SwitchId, Boolean> switches) {
  VoiceHealth(boolean agiListening, Map<SwitchId, Boolean> switches) {
    this(agiListening, new TreeMap<>(switches));
  }

  public VoiceHealth {
    switches = Collections.unmodifiableSortedMap(new TreeMap<>(switches));
  }

  /// Whether every switch can be reached.
  public boolean amiConnected() {
    return switches.values().stream().allMatch(Boolean::booleanValue);
  }

  /// Whether at least one can.
  public boolean anyConnected() {
    return switches.values().stream().anyMatch(Boolean::booleanValue);
  }
}
