package org.ariane.ops.wiring;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.ops.config.AnchorFile;
import org.ariane.ops.config.Configuration;
import org.ariane.ops.health.PartHealth;
import org.ariane.router.access.Roster;
import org.ariane.router.audit.tink.TinkChainKey;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.lane.AlarmLane;
import org.ariane.router.dispatch.lane.AlarmLaneParts;
import org.ariane.router.dispatch.lane.LaneHealth;
import org.ariane.router.dispatch.webhook.CentreEndpoint;
import org.ariane.router.priority.yaml.YamlPriorityPolicy;

/// Opens the alarm lane and says how it is.
final class Alarms {
  private Alarms() {}

  static AlarmLane open(
      Foundations on, Configuration configuration, DirectorySource directory, Roster roster)
      throws IOException {
    Map<CentreId, CentreEndpoint> centres = CentreWiring.endpoints(configuration, on.keys());
    return AlarmLane.start(
        new AlarmLaneParts(
            on.alarmLoops(),
            directory,
            roster,
            on.redis(),
            centres,
            configuration.defaultCentre(),
            configuration.dutyOfficers().keySet(),
            on.keys().lookups(),
            RedLists.parts(on.keys(), configuration),
            new TinkChainKey(on.keys().audit()),
            new AnchorFile(on.data().auditAnchor()),
            YamlPriorityPolicy.shipped(),
            AnswerTimes.DEFAULT,
            LinkPace.DEFAULT,
            on.clock(),
            on.metrics(),
            on.virtualThreads()));
  }

  static PartHealth store(LaneHealth health) {
    return switch (health.store()) {
      case "durable" -> PartHealth.up("Every alarm is on disk before it is accepted");
      case "full" ->
          PartHealth.down(
              "No room for more alarms in the store (see ariane_alarms_refused_total): they are"
                  + " answered 503 and delivered without guarantee");
      case "not-durable" ->
          PartHealth.down(
              "Redis is not set to 'appendonly yes' and 'appendfsync always', or cannot write: alarms"
                  + " are answered 503 and delivered without guarantee");
      default ->
          PartHealth.down(
              "Redis does not answer: alarms are answered 503 and delivered without guarantee;"
                  + " /dispatch shows the last state from memory");
    };
  }

  static PartHealth board(LaneHealth health) {
    return health.boardCurrent()
        ? PartHealth.up("/dispatch follows the store")
        : PartHealth.degraded("/dispatch may be behind the store");
  }

  static PartHealth centres(LaneHealth health, Instant now) {
    String failing = named(health, centre -> centre.link().filter(link -> !link.up()).isPresent());
    String expiring =
        named(
            health, centre -> centre.certificates().stream().anyMatch(one -> one.expiresSoon(now)));
    List<String> problems = new ArrayList<>();
    if (!failing.isEmpty()) {
      problems.add("These centres do not accept deliveries: " + failing);
    }
    if (!expiring.isEmpty()) {
      problems.add("A certificate of the link to these centres ends within 30 days: " + expiring);
    }
    return problems.isEmpty()
        ? PartHealth.up(health.centres().size() + " centres have a system, none is failing")
        : PartHealth.degraded(String.join(". ", problems));
  }

  private static String named(LaneHealth health, Predicate<LaneHealth.Centre> which) {
    return health.centres().stream()
        .filter(which)
        .map(centre -> centre.id().value())
        .collect(Collectors.joining(", "));
  }
}
