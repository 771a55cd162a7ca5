package org.ariane.router.dispatch.redis;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One Redis per test class, emptied before each test. Without `redis-server` the tests are
/// skipped, in CI (`ARIANE_CI=1`) they fail.
public final class RedisExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private Optional<RedisServer> server = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) {
    server = RedisServer.start("always");
    if (server.isEmpty()) {
      String missing = "no redis-server on the PATH: apt-get install redis-server";
      if ("1".equals(System.getenv("ARIANE_CI"))) {
        throw new IllegalStateException(missing);
      }
      Assumptions.abort(missing);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server().with(commands -> commands.flushall());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.ifPresent(RedisServer::close);
  }

  public RedisServer server() {
    return server.orElseThrow();
  }
}
