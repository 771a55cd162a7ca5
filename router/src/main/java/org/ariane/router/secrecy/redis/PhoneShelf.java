package org.ariane.router.secrecy.redis;

import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.RedisScript;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.secrecy.Sealing;

/// Texts about phones, at most one a phone, each with an end after which Redis drops it. A text is
/// sealed and bound to its id; a number stands in no key, only its keyed names do. Every call may
/// throw [org.ariane.router.dispatch.LogUnavailableException].
public final class PhoneShelf {
  /// What is filed.
  ///
  /// @param until when Redis drops it
  public record Filed(String id, PhoneNumber phone, String text, Instant until) {
    @Override
    public String toString() {
      return "Filed[" + id + "]";
    }
  }

  private static final RedisScript REFILE = RedisScript.of(PhoneShelf.class, "refile.lua");

  private final String name;
  private final AlarmRedis redis;
  private final IndexKeys names;
  private final Sealing sealing;
  private final InstantSource clock;

  /// @param name of the shelf, also the purpose of its keyed names
  public PhoneShelf(
      String name, AlarmRedis redis, IndexKeys names, Sealing sealing, InstantSource clock) {
    this.name = name;
    this.redis = redis;
    this.names = names;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// Files it in place of what was there of the same phone.
  public void put(Filed filed) {
    String sealed = sealing.seal(filed.text(), filed.id());
    redis.<Boolean>call(commands -> {
      idOf(commands, filed.phone())
          .filter(old -> !old.equals(filed.id()))
          .ifPresent(old -> drop(commands, old));
      SetArgs end = SetArgs.Builder.pxAt(filed.until());
      commands.set(one(filed.id()), sealed, end);
      for (String key : by(filed.phone())) {
        commands.set(key, filed.id(), end);
      }
      commands.zadd(ids(), (double) filed.until().toEpochMilli(), filed.id());
      return true;
    });
  }

  /// Writes another text over one that is still there. False where it is gone.
  public boolean replace(String id, String text) {
    String sealed = sealing.seal(text, id);
    return redis.<Boolean>call(
        commands -> commands.set(one(id), sealed, SetArgs.Builder.xx().keepttl()) != null);
  }

  public Optional<String> find(String id) {
    return open(id, redis.<Optional<String>>call(c -> Optional.ofNullable(c.get(one(id)))));
  }

  /// The one of a phone. The same work whether or not there is one.
  public Optional<String> of(PhoneNumber phone) {
    return redis.<Optional<String>>call(commands -> {
      String id = idOf(commands, phone).orElse("none");
      return open(id, Optional.ofNullable(commands.get(one(id))));
    });
  }

  /// All that can be opened.
  public List<String> all() {
    return redis.<List<String>>call(commands -> {
      commands.zremrangebyscore(
          ids(), io.lettuce.core.Range.create(0, (double) clock.millis() - 1));
      return commands.zrange(ids(), 0, -1).stream()
          .flatMap(id -> open(id, Optional.ofNullable(commands.get(one(id)))).stream())
          .toList();
    });
  }

  /// Files everything under the names of the present keys, and seals it with the present one: what
  /// was filed under a key alone would be gone with it. What changes meanwhile is left as it is.
  ///
  /// @param phone whom a text is about
  /// @return how many could not be; they still need an older key
  public long refile(Function<String, PhoneNumber> phone) {
    List<String> every = redis.<List<String>>call(commands -> commands.zrange(ids(), 0, -1));
    return every.stream().filter(id -> !refiled(id, phone)).count();
  }

  private boolean refiled(String id, Function<String, PhoneNumber> phone) {
    Optional<String> sealed =
        redis.<Optional<String>>call(commands -> Optional.ofNullable(commands.get(one(id))));
    if (sealed.isEmpty()) {
      return true;
    }
    Optional<String> text = open(id, sealed);
    if (text.isEmpty()) {
      return false;
    }
    List<String> keys = new ArrayList<>(List.of(one(id)));
    keys.addAll(by(phone.apply(text.get())));
    List<String> args = List.of(id, sealed.get(), sealing.seal(text.get(), id));
    return redis.<Long>call(commands -> REFILE.number(commands, keys, args)) == 1;
  }

  /// Takes it away: of all who ask at once, on whatever server, exactly one gets it.
  public Optional<String> take(String id) {
    return open(
        id,
        redis.<Optional<String>>call(commands -> {
          Optional<String> sealed = Optional.ofNullable(commands.getdel(one(id)));
          drop(commands, id);
          return sealed;
        }));
  }

  /// Reserves it for a while. False while somebody else has it.
  public boolean claim(String id, String by, Duration at) {
    return redis.<Boolean>call(commands ->
        commands.set(claimed(id), by, SetArgs.Builder.nx().px(at.toMillis())) != null
            || by.equals(commands.get(claimed(id))));
  }

  public boolean claimedBy(String id, String by) {
    return redis.<Boolean>call(commands -> by.equals(commands.get(claimed(id))));
  }

  public void release(String id) {
    redis.<Long>call(commands -> commands.del(claimed(id)));
  }

  private void drop(RedisCommands<String, String> commands, String id) {
    commands.del(one(id));
    commands.zrem(ids(), id);
  }

  private Optional<String> idOf(RedisCommands<String, String> commands, PhoneNumber phone) {
    return by(phone).stream()
        .flatMap(key -> Optional.ofNullable(commands.get(key)).stream())
        .findFirst();
  }

  private Optional<String> open(String id, Optional<String> sealed) {
    return sealed.flatMap(text -> sealing.open(text, id));
  }

  private List<String> by(PhoneNumber phone) {
    return names.of(name, phone.dialled()).stream()
        .map(keyed -> "{" + name + "}:by:" + keyed)
        .toList();
  }

  private String one(String id) {
    return "{" + name + "}:one:" + id;
  }

  private String claimed(String id) {
    return "{" + name + "}:claimed:" + id;
  }

  private String ids() {
    return "{" + name + "}:ids";
  }
}
