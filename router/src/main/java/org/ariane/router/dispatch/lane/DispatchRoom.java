package org.ariane.router.dispatch.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ariane.router.dispatch.DispatchDesk;
import org.ariane.router.dispatch.NumberDesk;
import org.ariane.router.dispatch.OutcomeTeller;
import org.ariane.router.dispatch.http.DecisionEndpoints;
import org.ariane.router.dispatch.http.IncidentEndpoints;
import org.ariane.router.dispatch.http.IncidentStream;
import org.ariane.router.dispatch.http.NumberEndpoints;
import org.ariane.router.dispatch.http.OutcomeEndpoints;
import org.ariane.router.dispatch.http.OutlineEndpoints;
import org.ariane.router.dispatch.http.StandingEndpoints;
import org.ariane.router.dispatch.redis.RedisDecisions;
import org.ariane.router.dispatch.redis.RedisOutcomes;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Socket;
import org.ariane.router.priority.Replay;
import org.ariane.router.priority.yaml.ShippedPolicies;

/// What dispatchers see and do, and what those who acted hear of it afterwards.
final class DispatchRoom implements LanePart {
  final DispatchDesk desk;
  private final IncidentStream stream;
  private final OutcomeTeller teller;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /// @param health of the whole lane, asked when somebody looks
  DispatchRoom(Foundations on, Supplier<LaneHealth> health) {
    AlarmLaneParts given = on.given;
    desk =
        new DispatchDesk(
            on.board, on.log, on.changes, given.directory(), given.roster(), given.clock());
    stream = new IncidentStream(given.vertx(), on.board, on.links, desk, given.virtualThreads());
    RedisOutcomes outcomes = new RedisOutcomes(on.redis, given.clock());
    teller = new OutcomeTeller(on.board, outcomes, given.roster(), given.clock());
    endpoints.addAll(new IncidentEndpoints(desk).all());
    endpoints.addAll(new NumberEndpoints(new NumberDesk(desk, on.audit, given.clock())).all());
    endpoints.addAll(
        new StandingEndpoints(
                given.directory(),
                on.links,
                given.roster(),
                given.policy(),
                () ->
                    new StandingEndpoints.Store(health.get().store(), health.get().boardCurrent()))
            .all());
    endpoints.addAll(new OutlineEndpoints(given.directory()).all());
    endpoints.addAll(new OutcomeEndpoints(outcomes, desk, given.clock()).all());
    endpoints.addAll(
        new DecisionEndpoints(desk, new RedisDecisions(on.redis), new Replay(new ShippedPolicies()))
            .all());
  }

  List<Socket> sockets() {
    return stream.all();
  }

  @Override
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  @Override
  public void start(Executor virtualThreads) {
    teller.start(virtualThreads);
  }

  @Override
  public void close() {
    stream.close();
    teller.close();
  }
}
