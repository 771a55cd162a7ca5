package org.ariane.router.redlist.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.RedisScript;
import org.ariane.router.redlist.RedListEntry;

/// Brings stored entries under the keys that are active now, one small step at a time, so that
/// alarms never wait for it. Until an entry is refiled it is found under its old names, for as long
/// as their key is active.
public final class Refiling {
  private static final String ITEM = "{alarm}:redlist:item:";
  private static final String ALL = "{alarm}:redlist:review";
  private static final int PAGE = 100;
  private static final RedisScript READ = RedisScript.of(Refiling.class, "read.lua");
  private static final RedisScript REFILE = RedisScript.of(Refiling.class, "refile.lua");

  private final AlarmRedis redis;
  private final EntryCodec codec;

  Refiling(AlarmRedis redis, EntryCodec codec) {
    this.redis = redis;
    this.codec = codec;
  }

  /// What a walk over all entries did.
  ///
  /// @param left those that are not under the present keys yet
  public record Done(long refiled, long left) {}

  /// Walks over all entries and refiles those that are not under the present keys.
  public Done run() {
    long refiled = 0;
    long left = 0;
    for (String id : redis.<List<String>>call(commands -> commands.zrange(ALL, 0, -1))) {
      if (!filed(ITEM + id)) {
        if (refile(id)) {
          refiled++;
        } else {
          left++;
        }
      }
    }
    return new Done(refiled, left);
  }

  /// How many entries are not under the present keys. Changes nothing.
  public long left() {
    return redis.<List<String>>call(commands -> commands.zrange(ALL, 0, -1)).stream()
        .filter(id -> !filed(ITEM + id))
        .count();
  }

  private boolean filed(String key) {
    List<Optional<String>> texts =
        redis.call(commands ->
            commands.hmget(key, "ring", "value").stream()
                .map(text -> Optional.ofNullable(text.getValueOrElse(null)))
                .toList());
    return texts.getFirst().filter(codec.ring()::equals).isPresent()
        && texts.getLast().filter(codec::current).isPresent();
  }

  private boolean refile(String id) {
    Optional<RedListEntry> entry = read(List.of(id), READ).stream().findFirst();
    if (entry.isEmpty()) {
      return false;
    }
    EntryCodec.Filed filed = codec.file(entry.get());
    List<String> args =
        List.of(
            id,
            Long.toString(entry.get().version()),
            filed.namesJson(),
            filed.ring(),
            filed.value());
    return redis.<Long>call(commands -> REFILE.number(commands, List.of(ITEM + id), args)) == 1;
  }

  List<RedListEntry> read(List<String> ids, RedisScript script) {
    List<RedListEntry> entries = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<String> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
      List<String> texts =
          redis.<List<String>>call(
              commands -> script.texts(commands, List.of(ITEM + page.getFirst()), page));
      for (int i = 0; i < page.size(); i++) {
        if (!texts.get(2 * i + 1).isEmpty()) {
          codec.open(page.get(i), texts.get(2 * i), texts.get(2 * i + 1)).ifPresent(entries::add);
        }
      }
    }
    return entries;
  }
}
