package org.ariane.router.dispatch.lane;

import java.time.InstantSource;
import java.util.List;
import org.ariane.router.danger.redis.RedisAssessments;
import org.ariane.router.dispatch.Background;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.ShelfLook;
import org.ariane.router.order.redis.RedisOrders;
import org.ariane.router.redlist.RedListMatch;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.Terms;

/// Orders of courts and assessments that are known beforehand, in one round trip. What else lies on
/// a shelf joins here.
final class Beforehand implements Background {
  private final AlarmRedis redis;
  private final RedisOrders orders;
  private final RedisAssessments assessments;
  private final InstantSource clock;

  Beforehand(
      AlarmRedis redis, RedisOrders orders, RedisAssessments assessments, InstantSource clock) {
    this.redis = redis;
    this.orders = orders;
    this.assessments = assessments;
    this.clock = clock;
  }

  @Override
  public Known of(RedListQuery query) {
    List<List<String>> found =
        ShelfLook.at(redis, List.of(orders.shelf(), assessments.shelf()), Terms.of(query));
    return new Known(
        RedListMatch.NONE,
        orders.inForce(found.get(0), query, clock.instant()),
        List.of(),
        assessments.joined(found.get(1)));
  }
}
