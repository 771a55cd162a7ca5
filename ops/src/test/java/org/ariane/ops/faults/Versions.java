package org.ariane.ops.faults;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Follows the stream of changes and finds versions that are missing, doubled or out of order.
final class Versions {
  private final Map<String, Long> last = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private String seen = "0-0";

  /// Reads on from where it stopped. Must be called before the stream forgets.
  void read(DiskRedis redis) {
    List<StreamMessage<String, String>> events =
        redis.with(commands ->
            commands.xrange(
                "{alarm}:events",
                Range.from(Range.Boundary.excluding(seen), Range.Boundary.unbounded()),
                Limit.unlimited()));
    for (StreamMessage<String, String> event : events) {
      seen = event.getId();
      for (String changed : event.getBody().get("changed").split(" ", -1)) {
        int slash = changed.indexOf('/');
        follows(changed.substring(0, slash), Long.parseLong(changed.substring(slash + 1)));
      }
    }
  }

  private void follows(String id, long version) {
    long before = last.getOrDefault(id, 0L);
    if (version != before + 1) {
      faults.add(id + " went from version " + before + " to " + version);
    }
    last.put(id, version);
  }

  long of(String incident) {
    return last.getOrDefault(incident, 0L);
  }

  List<String> faults() {
    return faults;
  }
}
