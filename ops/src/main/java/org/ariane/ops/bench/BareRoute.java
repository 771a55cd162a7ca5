package org.ariane.ops.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The least that could be called durable over HTTP: a route that writes the body to a stream of
/// the same Redis and answers 202.
final class BareRoute implements AutoCloseable {
  static final String PATH = "/v1/alarms";
  private static final int WITHIN_S = 10;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
  private final PlainStream stream;

  private final int port;

  private BareRoute(int port, PlainStream stream) {
    this.port = port;
    this.stream = stream;
  }

  static BareRoute open(int port, PlainStream stream) {
    BareRoute bare = new BareRoute(port, stream);
    Router router = Router.router(bare.vertx);
    router.post(PATH).handler(BodyHandler.create(false)).handler(bare::store);
    bare.vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(router)
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(WITHIN_S, TimeUnit.SECONDS)
        .join();
    return bare;
  }

  int port() {
    return port;
  }

  private void store(RoutingContext context) {
    var _ =
        stream
            .adding(Optional.ofNullable(context.body().asString()).orElse(""))
            .whenComplete((id, failure) ->
                context
                    .response()
                    .setStatusCode(failure == null ? 202 : 503)
                    .putHeader("content-type", "application/json")
                    .end(new JsonObject().put("id", id).toBuffer()));
  }

  @Override
  public void close() {
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(WITHIN_S, TimeUnit.SECONDS)
        .join();
  }
}
