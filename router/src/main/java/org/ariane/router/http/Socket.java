package org.ariane.router.http;

import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;

/// A WebSocket route. Where roles are demanded the first frame must be `{"token", "after"?}` within
/// five seconds; a wrong one is closed with 4401, a wrong role with 4403.
///
/// @param roles who may open it; empty means everybody, without a token, and `opened` is called at
///   once
public record Socket(String path, Set<Role> roles, Opened opened) {
  public Socket {
    roles = Set.copyOf(roles);
  }

  /// What a route does with a socket that was let in. Called on the event loop; must not block.
  @FunctionalInterface
  public interface Opened {
    /// Takes over the socket and its handlers.
    ///
    /// @param after the last sequence number that the client saw; 0 when it said none
    void open(ServerWebSocket socket, Optional<Principal> principal, long after);
  }
}
