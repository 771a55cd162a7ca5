package org.ariane.router.dispatch.lane;

import java.time.InstantSource;
import java.util.List;
import org.ariane.router.danger.redis.RedisAssessments;
import org.ariane.router.dispatch.Background;
import org.ariane.router.dispatch.redis.Looks;
import org.ariane.router.exclusion.Exclusion;
import org.ariane.router.exclusion.redis.RedisExclusions;
import org.ariane.router.order.redis.RedisOrders;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.Terms;
import org.ariane.router.redlist.redis.RedisRedList;

/// The red list, who is barred, orders of courts and assessments: all that may be known beforehand,
/// in one round trip, shared with other alarms.
final class Beforehand implements Background {
  private final Looks looks;
  private final RedisRedList redList;
  private final RedisExclusions exclusions;
  private final RedisOrders orders;
  private final RedisAssessments assessments;
  private final InstantSource clock;

  Beforehand(
      Looks looks,
      RedisRedList redList,
      RedisExclusions exclusions,
      RedisOrders orders,
      RedisAssessments assessments,
      InstantSource clock) {
    this.looks = looks;
    this.redList = redList;
    this.exclusions = exclusions;
    this.orders = orders;
    this.assessments = assessments;
    this.clock = clock;
  }

  @Override
  public Known of(RedListQuery query) {
    List<String> terms = Terms.of(query);
    List<List<String>> found =
        looks.at(
            List.of(
                redList.question(query),
                exclusions.question(query.phone()),
                orders.shelf().question(terms),
                assessments.shelf().question(terms)));
    return new Known(
        redList.match(query, found.get(0)),
        orders.inForce(found.get(2), query, clock.instant()),
        exclusions.read(found.get(1)).stream()
            .filter(Exclusion::inForce)
            .map(Exclusion::excluded)
            .toList(),
        assessments.joined(found.get(3)));
  }
}
