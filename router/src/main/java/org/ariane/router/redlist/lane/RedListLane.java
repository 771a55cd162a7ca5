package org.ariane.router.redlist.lane;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.ariane.directory.DirectorySource;
import org.ariane.router.access.Roster;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.http.Endpoint;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.RedListExchange;
import org.ariane.router.redlist.RedListRegister;
import org.ariane.router.redlist.Referents;
import org.ariane.router.redlist.http.FileEndpoints;
import org.ariane.router.redlist.http.RedListEndpoints;
import org.ariane.router.redlist.http.ZoneEndpoints;
import org.ariane.router.redlist.redis.RedisRedList;
import org.ariane.router.redlist.tink.TinkIndexKeys;
import org.ariane.router.secrecy.tink.TinkSealing;

/// The running red list.
public final class RedListLane implements AutoCloseable {
  private final RedisAuditLog audit;
  private final RedisRedList list;
  private final Care care;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /// Not started yet.
  public RedListLane(
      RedListParts parts,
      AlarmRedis redis,
      TinkIndexKeys names,
      RedisAuditLog audit,
      DirectorySource directory,
      Roster roster,
      Ulid ulids,
      InstantSource clock,
      MeterRegistry meters) {
    TinkSealing sealing = new TinkSealing(parts.values().get());
    this.audit = audit;
    list = new RedisRedList(redis, names, sealing, audit, parts.sampleBases(), clock);
    Referents referents = new Referents(roster);
    care = new Care(parts, names, sealing, list, referents, clock, meters);
    RedListRegister register = new RedListRegister(list, clock);
    // First, since `/v1/red-list/:id` would match their paths, too.
    endpoints.addAll(new ZoneEndpoints(list, directory, referents, clock).all());
    endpoints.addAll(
        new FileEndpoints(new RedListExchange(register, list, clock), directory, ulids).all());
    endpoints.addAll(new RedListEndpoints(register, directory, ulids, clock).all());
  }

  public void start(Executor virtualThreads) {
    care.start(virtualThreads);
  }

  public RedisRedList redList() {
    return list;
  }

  /// Where it writes who did and saw what.
  public AuditLog audit() {
    return audit;
  }

  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /// How it stands, in words; empty when all is well.
  public List<String> worries() {
    return care.worries();
  }

  @Override
  public void close() {
    care.close();
  }
}
