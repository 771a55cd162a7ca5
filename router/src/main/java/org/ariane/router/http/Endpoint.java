package org.ariane.router.http;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
import org.ariane.router.access.Role;

/// One route of the interface, as data: so that routing, authorisation and `/openapi.json` tests
/// all read the same table.
///
/// @param path as Vert.x Web writes it, as `/v1/incidents/:id`
/// @param roles who may call it; empty means everybody, without a token
/// @param maxBody bytes; a larger body is answered 413 before it is read
public record Endpoint(
    HttpMethod method, String path, Set<Role> roles, int maxBody, Handler handler) {
  public static final int SMALL_BODY = 64 * 1024;

  public Endpoint {
    roles = Set.copyOf(roles);
  }

  /// Runs on a virtual thread and may block. Throws [ProblemException] to refuse.
  @FunctionalInterface
  public interface Handler {
    Reply handle(Exchange exchange);
  }

  public static Endpoint get(String path, Set<Role> roles, Handler handler) {
    return new Endpoint(HttpMethod.GET, path, roles, 0, handler);
  }

  public static Endpoint post(String path, Set<Role> roles, Handler handler) {
    return new Endpoint(HttpMethod.POST, path, roles, SMALL_BODY, handler);
  }

  public static Endpoint put(String path, Set<Role> roles, Handler handler) {
    return new Endpoint(HttpMethod.PUT, path, roles, SMALL_BODY, handler);
  }

  public static Endpoint delete(String path, Set<Role> roles, Handler handler) {
    return new Endpoint(HttpMethod.DELETE, path, roles, 0, handler);
  }
}
