package org.ariane.router.dispatch.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// A Lua script of ours, called by its digest; sent again after Redis lost it.
public final class RedisScript {
  private final String source;
  private final String digest;

  private RedisScript(String source) {
    this.source = source;
    this.digest = sha1(source);
  }

  /// Reads a script that lies beside `owner`.
  public static RedisScript of(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no script " + name);
      }
      return new RedisScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long number(RedisCommands<String, String> redis, List<String> keys, List<String> args) {
    String[] keyArray = keys.toArray(String[]::new);
    String[] argArray = args.toArray(String[]::new);
    Long answer;
    try {
      answer = redis.evalsha(digest, ScriptOutputType.INTEGER, keyArray, argArray);
    } catch (RedisNoScriptException e) {
      answer = redis.eval(source, ScriptOutputType.INTEGER, keyArray, argArray);
    }
    return answer;
  }

  public List<String> texts(
      RedisCommands<String, String> redis, List<String> keys, List<String> args) {
    String[] keyArray = keys.toArray(String[]::new);
    String[] argArray = args.toArray(String[]::new);
    List<Object> answer;
    try {
      answer = redis.evalsha(digest, ScriptOutputType.MULTI, keyArray, argArray);
    } catch (RedisNoScriptException e) {
      answer = redis.eval(source, ScriptOutputType.MULTI, keyArray, argArray);
    }
    return answer.stream().map(String::valueOf).toList();
  }

  /// For a script that answers an array, of numbers or of arrays again. Does not wait.
  <T> CompletionStage<List<T>> array(
      RedisAsyncCommands<String, String> redis, List<String> keys, List<String> args) {
    String[] keyArray = keys.toArray(String[]::new);
    String[] argArray = args.toArray(String[]::new);
    return redis
        .<List<T>>evalsha(digest, ScriptOutputType.MULTI, keyArray, argArray)
        .exceptionallyCompose(e -> {
          Throwable cause = e instanceof CompletionException wrapped ? wrapped.getCause() : e;
          return cause instanceof RedisNoScriptException
              ? redis.<List<T>>eval(source, ScriptOutputType.MULTI, keyArray, argArray)
              : CompletableFuture.failedStage(cause);
        });
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
