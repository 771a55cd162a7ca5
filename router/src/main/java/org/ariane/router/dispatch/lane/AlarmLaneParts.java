package org.ariane.router.dispatch.lane;

import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.Roster;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.webhook.CentreEndpoint;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.redlist.lane.RedListParts;

/// What the alarm lane needs from outside.
///
/// @param vertx for the timers of streams; never blocked
/// @param redis with `appendonly yes` and `appendfsync always`, or no alarm is accepted
/// @param centres systems of centres that have one
/// @param defaultCentre takes alarms without a usable place
/// @param redList keys and what else the red list and the audit log need
/// @param answerTimes until the next of a chain steps in
/// @param virtualThreads one virtual thread per task
public record AlarmLaneParts(
    Vertx vertx,
    DirectorySource directory,
    Roster roster,
    RedisURI redis,
    Map<CentreId, CentreEndpoint> centres,
    CentreId defaultCentre,
    RedListParts redList,
    PriorityPolicy policy,
    AnswerTimes answerTimes,
    InstantSource clock,
    MeterRegistry meters,
    Executor virtualThreads) {
  public AlarmLaneParts {
    centres = Map.copyOf(centres);
  }
}
