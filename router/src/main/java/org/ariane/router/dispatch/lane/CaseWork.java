package org.ariane.router.dispatch.lane;

import java.util.ArrayList;
import java.util.List;
import org.ariane.router.danger.DangerPolicy;
import org.ariane.router.danger.http.AssessmentDesk;
import org.ariane.router.danger.http.DangerEndpoints;
import org.ariane.router.danger.redis.RedisAssessments;
import org.ariane.router.danger.yaml.YamlDangerPolicy;
import org.ariane.router.dispatch.CaseFile;
import org.ariane.router.exclusion.Exclusions;
import org.ariane.router.exclusion.http.ExclusionEndpoints;
import org.ariane.router.exclusion.redis.RedisExclusions;
import org.ariane.router.http.Endpoint;
import org.ariane.router.order.OrderRegister;
import org.ariane.router.order.http.IncidentOrderEndpoints;
import org.ariane.router.order.http.OrderEndpoints;
import org.ariane.router.order.redis.RedisOrders;

/// What is known of a case beside its alarms: orders of courts, assessments of danger, who is
/// barred from it.
final class CaseWork implements LanePart {
  final RedisOrders orders;
  final RedisAssessments assessments;
  final RedisExclusions exclusionStore;
  final Exclusions exclusions;
  final AssessmentDesk assessing;
  private final List<Endpoint> endpoints = new ArrayList<>();

  CaseWork(Foundations on) {
    AlarmLaneParts given = on.given;
    orders = new RedisOrders(on.redis, on.names);
    assessments = new RedisAssessments(on.redis, on.names, on.ulids);
    exclusionStore = new RedisExclusions(on.redis, on.names, on.audit);
    exclusions = new Exclusions(exclusionStore, on.log, on.board, on.changes, given.clock());
    CaseFile cases = new CaseFile(on.changes, given.clock());
    DangerPolicy danger = YamlDangerPolicy.shipped();
    assessing = new AssessmentDesk(danger, cases, assessments, given.clock());
    endpoints.addAll(
        new ExclusionEndpoints(exclusions, given.directory(), on.ulids, given.clock()).all());
    endpoints.addAll(new DangerEndpoints(danger, assessing).all());
    endpoints.addAll(
        new OrderEndpoints(
                new OrderRegister(orders, given.clock()),
                given.directory(),
                on.ulids,
                given.clock())
            .all());
    endpoints.addAll(new IncidentOrderEndpoints(cases, on.ulids, given.clock()).all());
  }

  @Override
  public List<Endpoint> endpoints() {
    return endpoints;
  }
}
