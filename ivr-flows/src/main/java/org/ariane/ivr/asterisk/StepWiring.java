package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.stream.Stream;

/// Puts together what answers the steps of calls.
final class StepWiring {
  private static final Duration ALARM_ANSWER = Duration.ofMillis(2_500);

  private StepWiring() {}

  static CallSteps steps(
      AsteriskSettings settings, VoiceParts parts, Calls calls, SwitchLinks switches) {
    Reach reach =
        new Reach(
            contact ->
                calls.call(contact).filter(call -> switches.connected(call.on())).isPresent(),
            settings.trunk().isPresent(),
            settings.emergencyTrunk().isPresent());
    return new CallSteps(
        walk(parts, reach),
        Stream.concat(parts.languages().stream(), parts.prompts().others().stream()).toList(),
        settings.language(),
        parts.switchboard(),
        new Zones(parts.directory()),
        calls,
        parts.contactIds(),
        reach,
        parts.clock());
  }

  private static FlowWalk walk(VoiceParts parts, Reach reach) {
    return new FlowWalk(
        parts.flows(),
        new AlarmByKey(
            parts.alarms(), parts.directory(), parts.clock(), parts.virtualThreads(), ALARM_ANSWER),
        new Places(parts.directory(), parts.prompts()),
        new TransferTargets(parts.directory()),
        parts.callBacks(),
        reach,
        parts.clock());
  }
}
