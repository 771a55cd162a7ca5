package org.ariane.ops.bench;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/// The reference of durability: the body as it came, into a stream of the same Redis, over one
/// connection that all clients share.
final class PlainStream implements AutoCloseable {
  private static final String KEY = "bench";
  private static final String FIELD = "body";

  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  PlainStream(Workbench on) throws IOException {
    client = RedisClient.create(on.redis());
    connection = client.connect();
  }

  /// Returns when it is on disk.
  void add(String body) {
    connection.sync().xadd(KEY, FIELD, body);
  }

  CompletionStage<String> adding(String body) {
    return connection.async().xadd(KEY, FIELD, body);
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown();
  }
}
