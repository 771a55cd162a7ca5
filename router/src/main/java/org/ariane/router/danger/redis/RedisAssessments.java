package org.ariane.router.danger.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.Principal;
import org.ariane.router.danger.AssessmentBook;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.dispatch.json.StoredAssessment;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Shelf;
import org.ariane.router.identity.Ulid;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.Terms;

/// [AssessmentBook] in Redis. An assessment is kept for half a year.
public final class RedisAssessments implements AssessmentBook {
  private static final String PREFIX = "da-";
  private static final Duration KEEP = Duration.ofDays(182);

  private final AlarmRedis redis;
  private final Shelf shelf;
  private final Ulid ulids;

  public RedisAssessments(AlarmRedis redis, IndexKeys names, Ulid ulids) {
    this.redis = redis;
    this.shelf = new Shelf("assessment", names);
    this.ulids = ulids;
  }

  public Shelf shelf() {
    return shelf;
  }

  /// All that were found on the shelf, joined.
  public Optional<DangerAssessment> joined(List<String> found) {
    return shelf.read(found, StoredAssessment::read).stream().reduce(DangerAssessment::and);
  }

  /// How many were kept before that time. What they are filed under is not kept: they cannot be
  /// filed anew.
  public long keptBefore(Instant time) {
    return shelf.ids(redis).stream()
        .filter(id -> Ulid.at(id.substring(PREFIX.length())).isBefore(time))
        .count();
  }

  @Override
  public int keep(RedListQuery subject, DangerAssessment assessment, Principal by) {
    // A place holds too many people to know by it whom it was about.
    List<String> terms =
        Terms.of(new RedListQuery(subject.phone(), Optional.empty(), subject.address()));
    if (terms.isEmpty()) {
      return 0;
    }
    Shelf.Filed filed =
        new Shelf.Filed(
            PREFIX + ulids.next(),
            0,
            StoredAssessment.write(assessment),
            assessment.at().plus(KEEP));
    redis.<Boolean>call(commands -> shelf.file(commands, filed, terms, by, "assessment.added"));
    return terms.size();
  }
}
