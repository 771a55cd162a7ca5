package org.ariane.router.audit.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A Lua script that writes to the chain: `chain.lua` and, behind it, a script of a store's own. It
/// answers 0 when `chain_fits()` does not hold, else what it likes.
public final class ChainScript {
  private static final String PRELUDE = read(ChainScript.class, "chain.lua");
  private static final String[] NO_KEYS = {"{alarm}:audit:chain"};

  private final String source;

  private ChainScript(String source) {
    this.source = source;
  }

  /// Reads the second part, which lies beside `owner`.
  public static ChainScript of(Class<?> owner, String name) {
    return new ChainScript(PRELUDE + read(owner, name));
  }

  long run(RedisCommands<String, String> redis, List<String> args) {
    String[] array = args.toArray(String[]::new);
    try {
      Long answer = redis.evalsha(redis.digest(source), ScriptOutputType.INTEGER, NO_KEYS, array);
      return answer;
    } catch (RedisNoScriptException e) {
      Long answer = redis.eval(source, ScriptOutputType.INTEGER, NO_KEYS, array);
      return answer;
    }
  }

  static String read(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
