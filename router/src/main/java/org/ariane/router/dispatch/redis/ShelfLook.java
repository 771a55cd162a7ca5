package org.ariane.router.dispatch.redis;

import java.util.ArrayList;
import java.util.List;

/// Looks at several [Shelf]s in one round trip, which takes the same way whether or not anything is
/// found.
public final class ShelfLook {
  private static final RedisScript LOOK = RedisScript.of(ShelfLook.class, "shelves.lua");

  private ShelfLook() {}

  /// What lies on each of the shelves under any of the terms, in the order of the shelves. Throws
  /// [org.ariane.router.dispatch.LogUnavailableException].
  public static List<List<String>> at(AlarmRedis redis, List<Shelf> shelves, List<String> terms) {
    List<String> keys = new ArrayList<>();
    List<String> args = new ArrayList<>();
    for (Shelf shelf : shelves) {
      List<String> own = shelf.keys(terms);
      keys.addAll(own);
      args.add(shelf.entries());
      args.add(Integer.toString(own.size()));
    }
    List<String> answer = redis.call(commands -> LOOK.texts(commands, keys, args));
    List<List<String>> found = new ArrayList<>();
    int at = 0;
    while (at < answer.size()) {
      int count = Integer.parseInt(answer.get(at));
      found.add(List.copyOf(answer.subList(at + 1, at + 1 + count)));
      at += count + 1;
    }
    return found;
  }
}
