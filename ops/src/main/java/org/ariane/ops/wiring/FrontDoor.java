package org.ariane.ops.wiring;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ariane.router.access.Tokens;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.HttpApi;
import org.ariane.router.http.Socket;

/// The HTTP ports, on loopback. Limits: 8 KiB of headers, 64 KiB a frame, 75 s of silence on a
/// socket.
final class FrontDoor {
  private static final int MAX_HEADERS = 8 * 1024;
  private static final int MAX_FRAME = 64 * 1024;
  private static final int IDLE_S = 75;

  /// Of softphones, RFC 7118.
  private static final List<String> SUB_PROTOCOLS = List.of("sip");

  private static final int OPEN_S = 10;

  private final Foundations on;
  private final Tokens tokens;
  private final Closers closers;

  FrontDoor(Foundations on, Tokens tokens, Closers closers) {
    this.on = on;
    this.tokens = tokens;
    this.closers = closers;
  }

  /// Everything: the interface, the pages, probes and metrics.
  void open(int port, List<Endpoint> endpoints, List<Socket> sockets, LocalRoutes local)
      throws Exception {
    Vertx vertx = on.contactLoops();
    Router router = Router.router(vertx);
    local.mount(router);
    OpenApi.mount(router);
    HttpApi api = new HttpApi(vertx, tokens, on.virtualThreads());
    api.mountSockets(router, sockets);
    api.mount(router, endpoints);
    Pages.mount(router);
    api.mountFallback(router);
    listen(vertx, router, port, "the HTTP port");
  }

  /// The alarm lane alone, on event loops of its own.
  void openAlarmsOnly(int port, List<Endpoint> endpoints, List<Socket> sockets) throws Exception {
    Vertx vertx = on.alarmLoops();
    Router router = Router.router(vertx);
    HttpApi api = new HttpApi(vertx, tokens, on.virtualThreads());
    api.mountSockets(router, sockets);
    api.mount(router, endpoints);
    listen(vertx, router, port, "the alarm port");
  }

  private void listen(Vertx vertx, Router router, int port, String name)
      throws InterruptedException, ExecutionException, TimeoutException {
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setMaxHeaderSize(MAX_HEADERS)
                    .setMaxWebSocketFrameSize(MAX_FRAME)
                    .setMaxWebSocketMessageSize(MAX_FRAME)
                    .setWebSocketSubProtocols(SUB_PROTOCOLS)
                    .setPerMessageWebSocketCompressionSupported(false)
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setCompressionSupported(true)
                    .setIdleTimeout(IDLE_S))
            .requestHandler(router)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get(OPEN_S, TimeUnit.SECONDS);
    closers.add(
        name,
        () ->
            server.close().toCompletionStage().toCompletableFuture().get(OPEN_S, TimeUnit.SECONDS));
  }
}
