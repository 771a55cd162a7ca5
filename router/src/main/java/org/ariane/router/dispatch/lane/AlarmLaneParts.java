package org.ariane.router.dispatch.lane;

import com.google.crypto.tink.KeysetHandle;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.CentreId;
import org.ariane.router.access.Roster;
import org.ariane.router.audit.AuditAnchor;
import org.ariane.router.audit.ChainKey;
import org.ariane.router.dispatch.AnswerTimes;
import org.ariane.router.dispatch.LinkPace;
import org.ariane.router.dispatch.webhook.CentreEndpoint;
import org.ariane.router.priority.PriorityPolicy;
import org.ariane.router.redlist.lane.RedListParts;

/// What the alarm lane needs from outside.
///
/// @param vertx for the timers of streams; never blocked
/// @param redis with `appendonly yes` and `appendfsync always`, or no alarm is accepted
/// @param centres systems of centres that have one
/// @param defaultCentre takes alarms without a usable place
/// @param dutyOfficers centres whose duty officer can be rung by telephone
/// @param indexKeys a keyset of PRF keys for phones and the red list
/// @param redList what else the red list needs
/// @param auditKey proves the lines of the audit
/// @param auditAnchor remembers, outside Redis, how far the audit went
/// @param answerTimes until the next of a chain steps in
/// @param linkPace when links to centres are tested
/// @param virtualThreads one virtual thread per task
public record AlarmLaneParts(
    Vertx vertx,
    DirectorySource directory,
    Roster roster,
    RedisURI redis,
    Map<CentreId, CentreEndpoint> centres,
    CentreId defaultCentre,
    Set<CentreId> dutyOfficers,
    KeysetHandle indexKeys,
    RedListParts redList,
    ChainKey auditKey,
    AuditAnchor auditAnchor,
    PriorityPolicy policy,
    AnswerTimes answerTimes,
    LinkPace linkPace,
    InstantSource clock,
    MeterRegistry meters,
    Executor virtualThreads) {
  public AlarmLaneParts {
    centres = Map.copyOf(centres);
    dutyOfficers = Set.copyOf(dutyOfficers);
  }
}
