package org.ariane.router.dispatch.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.sync.RedisCommands;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ariane.router.access.Principal;
import org.ariane.router.redlist.IndexKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Things of one kind, each filed under the keyed names of its terms: who has only the store cannot
/// tell what they are filed under. Each is gone after a time of its own.
public final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final RedisScript FILE = RedisScript.of(Shelf.class, "file.lua");
  private static final int SCANNED_AT_ONCE = 500;
  private static final long NO_END = -1;
  private static final String AUDIT = "{alarm}:audit:pending";

  private final String name;
  private final IndexKeys names;

  /// One kind of things.
  ///
  /// @param name part of its keys, and the purpose for which its terms get their names
  public Shelf(String name, IndexKeys names) {
    this.name = name;
    this.names = names;
  }

  /// One thing as it is filed.
  ///
  /// @param before the version that was read, 0 for a new one
  public record Filed(String id, int before, JsonObject json, Instant until) {}

  String entries() {
    return "{alarm}:" + name + ":entry:";
  }

  /// What lies under any of the terms.
  public Question question(List<String> terms) {
    return new Question(Question.Kind.SHELF, entries(), keys(terms));
  }

  /// As many keys whether or not anything is filed there; at least one.
  List<String> keys(List<String> terms) {
    List<String> keys = new ArrayList<>();
    for (String term : terms) {
      names.of(name, term).forEach(key -> keys.add("{alarm}:" + name + ":term:" + key));
    }
    return keys.isEmpty() ? List.of("{alarm}:" + name + ":term:none") : keys;
  }

  /// Files it, with its line of the audit log. False where another change came in between.
  public boolean file(
      RedisCommands<String, String> redis,
      Filed filed,
      List<String> terms,
      Principal by,
      String action) {
    List<String> keys = new ArrayList<>(List.of(entries() + filed.id(), AUDIT));
    keys.addAll(keys(terms));
    List<String> args =
        List.of(
            filed.id(),
            Integer.toString(filed.before()),
            filed.json().encode(),
            Long.toString(filed.until().toEpochMilli()),
            by.id().value(),
            by.role().wireName(),
            action);
    return FILE.number(redis, keys, args) == 1;
  }

  public Optional<JsonObject> find(RedisCommands<String, String> redis, String id) {
    return Optional.ofNullable(redis.hget(entries() + id, "j")).map(JsonObject::new);
  }

  /// Ids of all that is filed. Takes long: for commands beside the server.
  public List<String> ids(AlarmRedis redis) {
    List<String> ids = new ArrayList<>();
    ScanArgs asked = ScanArgs.Builder.matches(entries() + "*").limit(SCANNED_AT_ONCE);
    ScanCursor cursor = ScanCursor.INITIAL;
    while (!cursor.isFinished()) {
      ScanCursor from = cursor;
      KeyScanCursor<String> page = redis.call(commands -> commands.scan(from, asked));
      page.getKeys().forEach(key -> ids.add(key.substring(entries().length())));
      cursor = page;
    }
    return ids;
  }

  /// Files what is there under the present names of its terms, too. Can be repeated.
  public void refile(RedisCommands<String, String> redis, String id, List<String> terms) {
    long left = redis.pttl(entries() + id);
    for (String key : keys(terms)) {
      long before = redis.pttl(key);
      redis.sadd(key, id);
      if (left > 0 && before != NO_END && before < left) {
        redis.pexpire(key, left);
      }
    }
  }

  public static void record(
      RedisCommands<String, String> redis, Principal by, String action, String about) {
    redis.xadd(
        AUDIT,
        Map.of(
            "by", by.id().value(), "role", by.role().wireName(), "action", action, "about", about));
  }

  /// Reads what was found. What cannot be read is left out: it must not cost an alarm.
  public <T> List<T> read(List<String> found, Function<JsonObject, T> reader) {
    List<T> read = new ArrayList<>();
    for (String json : found) {
      try {
        read.add(reader.apply(new JsonObject(json)));
      } catch (RuntimeException e) {
        LOG.error("something on the shelf {} cannot be read: {}", name, e.getClass().getName());
      }
    }
    return read;
  }
}
