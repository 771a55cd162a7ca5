package org.ariane.ivr.asterisk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ariane.directory.service.Language;

/// A directive with the state to come back with, as variables of the caller's channel.
record StepReply(CallState state, Language language, Directive directive) {
  /// All in one command, what to do last: either the dialplan gets everything or nothing. Each
  /// value has passed through [Word], so the commas are ours.
  String assignments() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("ARIANE_STATE", state.pack());
    variables.put("ARIANE_CONTACT", state.contact());
    variables.put("CHANNEL(language)", language.tag());
    // A rescue after this one is another, with its own words.
    variables.put("ARIANE_RESCUED", "");
    switch (directive) {
      case Directive.Ask ask -> {
        variables.put("ARIANE_SAY", Word.joined(ask.say()));
        variables.put("ARIANE_MAX", ask.keysAtMost());
        variables.put("ARIANE_SECONDS", seconds(ask.listen()));
        variables.put("ARIANE_DO", "ask");
      }
      case Directive.Ring ring -> {
        variables.put("ARIANE_SAY", Word.joined(ring.say()));
        variables.put("ARIANE_NUMBER", ring.number().value());
        variables.put("ARIANE_SECONDS", ring.within().toSeconds());
        variables.put("ARIANE_DO", "ring");
      }
      case Directive.HangUp _ -> variables.put("ARIANE_DO", "end");
      case Directive.Rescue _ -> variables.put("ARIANE_DO", "rescue");
      case Directive.CallPolice call -> {
        variables.put("ARIANE_AGREED", call.agreed().value());
        variables.put("ARIANE_ROOM", call.room());
        variables.put("ARIANE_ANNOUNCE", Word.joined(call.announce()));
        variables.put("ARIANE_DO", "police");
      }
    }
    return joined(variables);
  }

  private static String joined(Map<String, Object> variables) {
    return variables.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + Word.of(entry.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
