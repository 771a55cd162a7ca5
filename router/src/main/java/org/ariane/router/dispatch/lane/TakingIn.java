package org.ariane.router.dispatch.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.checkin.CheckInWatch;
import org.ariane.router.alarm.checkin.http.CheckInEndpoints;
import org.ariane.router.alarm.checkin.redis.RedisCheckIns;
import org.ariane.router.alarm.http.AlarmEndpoints;
import org.ariane.router.alarm.micrometer.MeteredApps;
import org.ariane.router.dispatch.Background;
import org.ariane.router.dispatch.IncidentIntake;
import org.ariane.router.dispatch.IntakeParts;
import org.ariane.router.dispatch.PlaceFinder;
import org.ariane.router.dispatch.SenderDesk;
import org.ariane.router.dispatch.http.ExerciseEndpoints;
import org.ariane.router.dispatch.redis.Looks;
import org.ariane.router.dispatch.webhook.MemoryPost;
import org.ariane.router.http.Endpoint;
import org.ariane.router.redlist.redis.RedisRedList;

/// The one door for alarms of every source, what their senders may still do, and the check-ins
/// whose absence is an alarm.
final class TakingIn implements LanePart {
  final Gate gate;
  final AlarmFollowUp followUp;
  private final CheckInWatch watch;
  private final List<Endpoint> endpoints = new ArrayList<>();

  TakingIn(Foundations on, RedisRedList redList, CaseWork cases, SendingOut sending) {
    AlarmLaneParts given = on.given;
    IntakeParts parts =
        new IntakeParts(
            given.directory(),
            new PlaceFinder(given.defaultCentre(), given.dutyOfficers()),
            background(given, on, redList, cases),
            on.log,
            on.life,
            on.changes,
            on.board,
            on.links,
            new MemoryPost(sending.post, on.links, on.ulids, given.clock(), given.virtualThreads()),
            on.ulids,
            given.clock(),
            on.meters);
    IncidentIntake incidents = new IncidentIntake(parts);
    gate = new Gate(incidents, parts::emergencyNumber, on.meters, Gate.MOST_INSIDE);
    followUp = new SenderDesk(parts, incidents);
    RedisCheckIns checkIns = new RedisCheckIns(on.redis);
    watch =
        new CheckInWatch(
            checkIns,
            gate,
            missed -> CheckInEndpoints.alarm(missed, given.clock().instant()),
            given.clock());
    endpoints.addAll(
        new AlarmEndpoints(
                gate,
                followUp,
                given.clock(),
                given.roster()::terms,
                new MeteredApps(given.meters()))
            .all());
    endpoints.addAll(new CheckInEndpoints(checkIns, given.roster()::terms, given.clock()).all());
    endpoints.addAll(new ExerciseEndpoints(gate, given.directory(), on.ulids, given.clock()).all());
  }

  private static Background background(
      AlarmLaneParts given, Foundations on, RedisRedList redList, CaseWork cases) {
    return new Beforehand(
        new Looks(on.redis),
        redList,
        cases.exclusionStore,
        cases.orders,
        cases.assessments,
        given.clock());
  }

  @Override
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  @Override
  public void start(Executor virtualThreads) {
    watch.start(virtualThreads);
  }

  @Override
  public void close() {
    watch.close();
    gate.close();
  }
}
