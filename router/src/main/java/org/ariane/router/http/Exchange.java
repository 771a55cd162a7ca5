package org.ariane.router.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.Principal;

/// One request as a handler on a virtual thread sees it: parameters, query, body and who asks.
public final class Exchange {
  private final RoutingContext context;
  private final Optional<Principal> principal;
  private final Buffer body;

  Exchange(RoutingContext context, Optional<Principal> principal) {
    this.context = context;
    this.principal = principal;
    Buffer received = context.body().buffer();
    this.body = received == null ? Buffer.buffer() : received;
  }

  /// Who asks. Only on routes that demand a role.
  public Principal principal() {
    return principal.orElseThrow();
  }

  /// A parameter of the path, as `id` in `/v1/incidents/:id`.
  public String path(String name) {
    return Optional.ofNullable(context.pathParam(name)).orElseThrow();
  }

  /// A parameter of the query; empty when absent or blank.
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.request().getParam(name)).filter(text -> !text.isBlank());
  }

  /// A header of the request; empty when absent or blank.
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name)).filter(text -> !text.isBlank());
  }

  /// The address at the other end of the connection, perhaps of a proxy.
  String peer() {
    return Optional.ofNullable(context.request().remoteAddress())
        .map(SocketAddress::hostAddress)
        .orElse("");
  }

  /// What proxies say of whom they ask for.
  List<String> forwardedFor() {
    return context.request().headers().getAll("x-forwarded-for");
  }

  public Buffer rawBody() {
    return body;
  }

  /// The body as a JSON object; anything else is a 400.
  public JsonObject json() {
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      throw Problem.of(400, "bad-json", "The body is not a JSON object", "").asException();
    }
  }
}
