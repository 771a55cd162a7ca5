package org.ariane.router.redlist.redis;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.dispatch.redis.RedisScript;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListMatch;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.RedListStore;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.Terms;

/// [RedListStore] in Redis. A look takes one round trip, whether or not something matches.
public final class RedisRedList implements RedListStore {
  private static final String PURPOSE = "red-list";
  private static final String TERM = "{alarm}:redlist:term:";
  private static final String ENTRY = "{alarm}:redlist:entry:";
  private static final String AUDIT = "{alarm}:redlist:audit";
  private static final RedisScript LOOK = RedisScript.of(RedisRedList.class, "look.lua");
  private static final RedisScript CHANGE = RedisScript.of(RedisRedList.class, "change.lua");

  private final AlarmRedis redis;
  private final IndexKeys names;

  public RedisRedList(AlarmRedis redis, IndexKeys names) {
    this.redis = redis;
    this.names = names;
  }

  @Override
  public RedListMatch look(RedListQuery query) {
    List<RedListEntry> matches = search(query);
    return new RedListMatch(
        matches.stream().max(Comparator.comparingInt(RedListEntry::seriousness)), matches.size());
  }

  @Override
  public List<RedListEntry> search(RedListQuery query) {
    List<String> keys = keys(Terms.of(query));
    if (keys.isEmpty()) {
      // The same work for an alarm that has nothing to look up.
      keys = List.of(TERM + "none");
    }
    List<String> asked = keys;
    return redis.<List<String>>call(commands -> LOOK.texts(commands, asked, List.of())).stream()
        .map(json -> StoredEntry.read(new JsonObject(json)))
        .filter(entry -> within(entry, query))
        .toList();
  }

  @Override
  public void add(RedListEntry entry, Trace trace) {
    change("put", entry, trace);
  }

  @Override
  public void replace(RedListEntry entry, Trace trace) {
    change("put", entry, trace);
  }

  @Override
  public void remove(RedListEntry entry, Trace trace) {
    change("remove", entry, trace);
  }

  @Override
  public Optional<RedListEntry> find(RedListEntryId id) {
    return Optional.ofNullable(redis.<String>call(commands -> commands.get(ENTRY + id.value())))
        .map(json -> StoredEntry.read(new JsonObject(json)));
  }

  @Override
  public void record(Trace trace) {
    Map<String, String> line =
        Map.of("by", trace.by().value(), "action", trace.action(), "about", trace.about());
    redis.<String>call(commands -> commands.xadd(AUDIT, line));
  }

  private void change(String how, RedListEntry entry, Trace trace) {
    List<String> keys = new ArrayList<>(List.of(ENTRY + entry.id().value(), AUDIT));
    keys.addAll(keys(Terms.of(entry.subject())));
    List<String> args =
        List.of(
            how,
            entry.id().value(),
            StoredEntry.write(entry).encode(),
            trace.by().value(),
            trace.action(),
            trace.about());
    redis.<Long>call(commands -> CHANGE.number(commands, keys, args));
  }

  private List<String> keys(List<String> terms) {
    return terms.stream()
        .flatMap(term -> names.of(PURPOSE, term).stream())
        .map(name -> TERM + name)
        .toList();
  }

  /// A cell of the grid only says "near"; the distance decides.
  private static boolean within(RedListEntry entry, RedListQuery query) {
    return switch (entry.subject()) {
      case RedListSubject.OfPlace place -> query.position().map(place::holds).orElse(false);
      case RedListSubject.OfPhone phone -> query.phone().isPresent();
      case RedListSubject.OfAddress address -> query.address().isPresent();
    };
  }
}
