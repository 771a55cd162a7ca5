package org.ariane.router.dispatch.lane;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;
import org.ariane.router.audit.AuditChain;
import org.ariane.router.audit.http.AuditEndpoints;
import org.ariane.router.audit.redis.PendingLines;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.dispatch.IncidentBoard;
import org.ariane.router.dispatch.IncidentChanges;
import org.ariane.router.dispatch.IncidentLife;
import org.ariane.router.dispatch.micrometer.MeteredDispatch;
import org.ariane.router.dispatch.micrometer.StoreMeters;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.BoardFollower;
import org.ariane.router.dispatch.redis.RedisIncidentLog;
import org.ariane.router.http.Endpoint;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.tink.TinkIndexKeys;

/// What everything in the lane stands on: the store and its log of incidents, the board that
/// follows it, the one way to change an incident, the audit.
final class Foundations implements LanePart {
  final AlarmLaneParts given;
  final Ulid ulids;
  final MeteredDispatch meters;
  final TinkIndexKeys names;
  final AlarmRedis redis;
  final RedisIncidentLog log;
  final RedisAuditLog audit;
  final PendingLines auditLines;
  final IncidentBoard board;
  final IncidentLife life;
  final CentreLinks links;
  final IncidentChanges changes;
  final BoardFollower follower;

  Foundations(AlarmLaneParts given) {
    this.given = given;
    ulids = new Ulid(given.clock(), new SecureRandom());
    String server = ulids.next();
    meters = new MeteredDispatch(given.meters());
    names = new TinkIndexKeys(given.indexKeys());
    redis = new AlarmRedis(given.redis());
    log = new RedisIncidentLog(redis, names, server);
    audit = new RedisAuditLog(redis, new AuditChain(given.auditKey()), given.auditAnchor());
    auditLines = new PendingLines(audit);
    board = new IncidentBoard(given.policy(), given.clock());
    life = new IncidentLife(given.policy(), given.answerTimes());
    links = new CentreLinks(given.centres().keySet());
    changes = new IncidentChanges(log, life, board, links, ulids, given.clock(), meters);
    follower = new BoardFollower(redis, log, board, server);
    meters.watch(board, links);
    StoreMeters.watch(given.meters(), log::figures);
  }

  @Override
  public List<Endpoint> endpoints() {
    return new AuditEndpoints(audit, given.clock()).all();
  }

  @Override
  public void start(Executor virtualThreads) {
    redis.start(virtualThreads);
    follower.start(virtualThreads);
    auditLines.start(virtualThreads);
  }

  /// Last of all: the others still write.
  @Override
  public void close() {
    follower.close();
    auditLines.close();
    redis.close();
  }

  /// How the store stands, as in [LaneHealth].
  String store() {
    return switch (redis.durability().state()) {
      case PROMISED -> log.shortage().isPresent() ? "full" : "durable";
      case REFUSED -> "not-durable";
      case UNKNOWN -> "away";
    };
  }
}
