package org.ariane.router.exclusion.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.redis.ChainScript;
import org.ariane.router.audit.redis.RedisAuditLog;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.Question;
import org.ariane.router.dispatch.redis.RedisScript;
import org.ariane.router.exclusion.Exclusion;
import org.ariane.router.exclusion.ExclusionId;
import org.ariane.router.exclusion.ExclusionStore;
import org.ariane.router.redlist.IndexKeys;

/// [ExclusionStore] in Redis: one hash of all, and one set of ids per phone, filed under every
/// active key.
public final class RedisExclusions implements ExclusionStore {
  private static final String PURPOSE = "exclusion";
  private static final String ALL = "{alarm}:exclusions";
  private static final String BY = "{alarm}:exclusions:by:";
  private static final ChainScript PUT = ChainScript.of(RedisExclusions.class, "put.lua");
  private static final RedisScript LOOK = RedisScript.of(RedisExclusions.class, "look.lua");

  private final AlarmRedis redis;
  private final IndexKeys names;
  private final RedisAuditLog audit;

  public RedisExclusions(AlarmRedis redis, IndexKeys names, RedisAuditLog audit) {
    this.redis = redis;
    this.names = names;
    this.audit = audit;
  }

  @Override
  public void put(Exclusion exclusion, AuditEntry line) {
    List<String> more = new ArrayList<>();
    more.add(exclusion.id().value());
    more.add(StoredExclusion.write(exclusion));
    more.addAll(keys(exclusion.phone()));
    audit.write(PUT, List.of(line), more);
  }

  @Override
  public Optional<Exclusion> find(ExclusionId id) {
    return Optional.ofNullable(redis.<String>call(commands -> commands.hget(ALL, id.value())))
        .map(StoredExclusion::read);
  }

  @Override
  public List<Exclusion> all() {
    return redis.<Map<String, String>>call(commands -> commands.hgetall(ALL)).values().stream()
        .map(StoredExclusion::read)
        .toList();
  }

  @Override
  public List<Exclusion> of(Optional<PhoneNumber> phone) {
    List<String> asked = asked(phone);
    return read(redis.<List<String>>call(commands -> LOOK.texts(commands, asked, List.of())));
  }

  /// What [#read] needs to be told of.
  public Question question(Optional<PhoneNumber> phone) {
    return new Question(Question.Kind.BARRED, ALL, asked(phone));
  }

  public List<Exclusion> read(List<String> found) {
    return found.stream().map(StoredExclusion::read).toList();
  }

  private List<String> asked(Optional<PhoneNumber> phone) {
    List<String> known = keys(phone);
    return known.isEmpty() ? List.of(BY + "none") : known;
  }

  /// Files all under the present names too: before a key of theirs goes. Can be repeated.
  public void refile() {
    for (Exclusion exclusion : all()) {
      for (String key : keys(exclusion.phone())) {
        redis.<Long>call(commands -> commands.sadd(key, exclusion.id().value()));
      }
    }
  }

  private List<String> keys(Optional<PhoneNumber> phone) {
    return phone.stream()
        .flatMap(number -> names.of(PURPOSE, number.dialled()).stream())
        .map(name -> BY + name)
        .toList();
  }
}
