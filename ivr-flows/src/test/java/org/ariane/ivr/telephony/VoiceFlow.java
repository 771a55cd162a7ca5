package org.ariane.ivr.telephony;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Voice packets of every talk, as the switch counted them so far.
///
/// @param counts by channel: received from that telephone, sent to it
record VoiceFlow(long at, Map<String, Counted> counts) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^ +([0-9a-f]+) (\\S+) +[0-9:]+ +\\S+ +(\\d+)K? +\\d+K? +\\d+ +\\S+ +(\\d+)K? .*$");

  record Counted(long received, long sent) {}

  static VoiceFlow of(Asterisk asterisk) {
    Map<String, Counted> counts = new HashMap<>();
    Matcher line = LINE.matcher(asterisk.console("pjsip show channelstats"));
    while (line.find()) {
      counts.put(
          line.group(2), new Counted(Long.parseLong(line.group(3)), Long.parseLong(line.group(4))));
    }
    return new VoiceFlow(System.nanoTime(), counts);
  }

  /// Packets a second of each leg since then, in its poorer direction; the poorest first.
  List<Rate> rates(VoiceFlow since) {
    double seconds = (at - since.at) / 1e9;
    return since.counts.entrySet().stream()
        .map(before -> {
          Counted now = counts.getOrDefault(before.getKey(), before.getValue());
          return new Rate(
              before.getKey(),
              Math.min(now.received - before.getValue().received, now.sent - before.getValue().sent)
                  / seconds);
        })
        .sorted(Comparator.comparingDouble(Rate::perSecond))
        .toList();
  }

  record Rate(String channel, double perSecond) {}
}
