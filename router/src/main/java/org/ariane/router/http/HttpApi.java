package org.ariane.router.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mounts [Endpoint]s and [Socket]s on a Vert.x router: authenticates, limits, moves the work to a
/// virtual thread, and writes replies and problems.
public final class HttpApi {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
  private static final String PRINCIPAL = "ariane.principal";
  private static final String BEARER = "Bearer ";
  private static final String RETRY_AFTER = "2";
  private static final long FIRST_FRAME_MS = 5_000;
  private static final long RECHECK_MS = 2_000;
  private static final long LARGEST_SEQUENCE = 1L << 52;
  static final short UNAUTHENTICATED = 4401;
  static final short FORBIDDEN = 4403;

  private final Vertx vertx;
  private final Tokens tokens;
  private final Executor virtualThreads;

  public HttpApi(Vertx vertx, Tokens tokens, Executor virtualThreads) {
    this.vertx = vertx;
    this.tokens = tokens;
    this.virtualThreads = virtualThreads;
  }

  /// Authorises before the body is read, so that a stranger costs nothing.
  public void mount(Router router, List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      // One route each, since Vert.x wants a body handler to be the first of its route.
      handle(router, endpoint, context -> authorise(context, endpoint));
      if (endpoint.maxBody() > 0) {
        handle(router, endpoint, BodyHandler.create(false).setBodyLimit(endpoint.maxBody()));
      }
      handle(router, endpoint, context -> serve(context, endpoint));
    }
  }

  private static void handle(Router router, Endpoint endpoint, Handler<RoutingContext> handler) {
    router.route(endpoint.method(), endpoint.path()).handler(handler).failureHandler(HttpApi::fail);
  }

  public void mountSockets(Router router, List<Socket> sockets) {
    for (Socket socket : sockets) {
      router
          .get(socket.path())
          .handler(context ->
              context
                  .request()
                  .toWebSocket()
                  .onSuccess(opened -> greet(opened, socket))
                  .onFailure(e -> LOG.debug("no WebSocket came of it: {}", e.getMessage())))
          .failureHandler(HttpApi::fail);
    }
  }

  private void authorise(RoutingContext context, Endpoint endpoint) {
    // A body is what it is: no form decoding that would swallow it.
    context.request().headers().remove("content-type");
    Optional<Principal> principal = principal(context.request());
    if (endpoint.roles().isEmpty()) {
      context.next();
    } else if (principal.isEmpty()) {
      write(context, Problem.of(401, "unauthenticated", "A valid bearer token is needed", ""));
    } else if (!endpoint.roles().contains(principal.get().role())) {
      write(context, Problem.of(403, "forbidden", "This account may not do that", ""));
    } else {
      context.put(PRINCIPAL, principal.get());
      context.next();
    }
  }

  private void serve(RoutingContext context, Endpoint endpoint) {
    Optional<Principal> principal = Optional.ofNullable(context.get(PRINCIPAL));
    Exchange exchange = new Exchange(context, principal);
    virtualThreads.execute(() -> answer(context, endpoint, exchange));
  }

  private static void answer(RoutingContext context, Endpoint endpoint, Exchange exchange) {
    try {
      Reply reply = endpoint.handler().handle(exchange);
      reply.body().headers().forEach(context.response()::putHeader);
      context
          .response()
          .setStatusCode(reply.status())
          .putHeader("content-type", reply.body().mediaType())
          .putHeader("cache-control", "no-store")
          .end(reply.body().toBuffer())
          .onFailure(e -> LOG.debug("the client left before its answer: {}", e.getMessage()));
    } catch (ProblemException e) {
      write(context, e.problem());
    } catch (RuntimeException | Error e) {
      // An Error too: a client without an answer would wait for nothing.
      LOG.error("{} {} failed", endpoint.method(), endpoint.path(), e);
      write(context, Problem.of(500, "internal", "Something failed on our side", ""));
    }
  }

  private Optional<Principal> principal(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .flatMap(header -> tokens.open(header.substring(BEARER.length()).strip()));
  }

  private void greet(ServerWebSocket opened, Socket socket) {
    if (socket.roles().isEmpty()) {
      socket.opened().open(opened, Optional.empty(), 0);
      return;
    }
    long timer = vertx.setTimer(FIRST_FRAME_MS, id -> opened.close(UNAUTHENTICATED, "no token"));
    opened.closeHandler(closed -> vertx.cancelTimer(timer));
    opened.textMessageHandler(first -> {
      vertx.cancelTimer(timer);
      opened.textMessageHandler(null);
      admit(opened, socket, first);
    });
  }

  private void admit(ServerWebSocket opened, Socket socket, String first) {
    Optional<JsonObject> frame = parse(first);
    Optional<Principal> principal =
        frame.flatMap(json -> text(json, "token")).flatMap(tokens::open);
    if (principal.isEmpty()) {
      opened.close(UNAUTHENTICATED, "no valid token");
    } else if (!socket.roles().contains(principal.get().role())) {
      opened.close(FORBIDDEN, "not for this account");
    } else {
      long after =
          frame.map(json -> json.getValue("after")).orElse(null) instanceof Number number
                  && number.longValue() > 0
                  && number.longValue() <= LARGEST_SEQUENCE
              ? number.longValue()
              : 0;
      watch(opened, text(frame.orElseThrow(), "token").orElseThrow());
      socket.opened().open(opened, principal, after);
    }
  }

  /// A token that is revoked while its stream is open closes it.
  private void watch(ServerWebSocket opened, String token) {
    vertx.setPeriodic(
        RECHECK_MS,
        timer -> {
          if (opened.isClosed()) {
            vertx.cancelTimer(timer);
          } else if (tokens.open(token).isEmpty()) {
            vertx.cancelTimer(timer);
            opened.close(UNAUTHENTICATED, "no valid token");
          }
        });
  }

  private static Optional<JsonObject> parse(String text) {
    try {
      return Optional.of(new JsonObject(text));
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.getValue(name) instanceof String value ? Optional.of(value) : Optional.empty();
  }

  /// Answers what no route takes, and what could not be read, as a problem too.
  public void mountFallback(Router router) {
    for (Problem problem :
        List.of(
            Problem.notFound(),
            Problem.of(400, "refused", "The request could not be read", ""),
            Problem.of(405, "method", "This call is not made with this method", ""))) {
      router.errorHandler(problem.status(), context -> write(context, problem));
    }
  }

  private static void fail(RoutingContext context) {
    int status = context.statusCode() > 0 ? context.statusCode() : 500;
    if (status == 500) {
      LOG.error("a request failed before its handler", context.failure());
    }
    write(
        context,
        status == 413
            ? Problem.of(413, "too-large", "The body is larger than this call allows", "")
            : Problem.of(status, "refused", "The request could not be read", ""));
  }

  /// Whoever must come back is told when, as the body does.
  private static Optional<String> retryAfter(Problem problem) {
    boolean later = problem.status() == 429 || problem.status() == 503;
    return Optional.ofNullable(problem.members().get("retryAfterS"))
        .map(String::valueOf)
        .or(() -> later ? Optional.of(RETRY_AFTER) : Optional.empty());
  }

  private static void write(RoutingContext context, Problem problem) {
    if (context.response().ended()) {
      return;
    }
    retryAfter(problem).ifPresent(seconds -> context.response().putHeader("retry-after", seconds));
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("content-type", Problem.MEDIA_TYPE)
        .putHeader("cache-control", "no-store")
        .end(problem.toJson().toBuffer())
        .onFailure(e -> LOG.debug("the client left before its answer: {}", e.getMessage()));
  }
}
