package org.ariane.chat.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.access.Principal;
import org.ariane.router.desk.http.LiveSocket;
import org.ariane.router.http.Socket;
import org.ariane.router.identity.Ulid;

/// `/v1/chat`: public, nobody has to say who she is. Pages of other sites are turned away.
final class ChatSocket {
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final short OTHER_ORIGIN = 4403;

  private final Vertx vertx;
  private final ChatRooms rooms;
  private final ChatLane lane;
  private final Places places;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Ulid ulids;

  ChatSocket(Vertx vertx, ChatRooms rooms, ChatLane lane, Places places, InstantSource clock) {
    this.vertx = vertx;
    this.rooms = rooms;
    this.lane = lane;
    this.places = places;
    this.clock = clock;
    this.ulids = new Ulid(clock, random);
  }

  Socket route() {
    return new Socket("/v1/chat", Set.of(), this::open);
  }

  private void open(ServerWebSocket socket, Optional<Principal> nobody, long after) {
    if (!sameOrigin(socket)) {
      socket.close(OTHER_ORIGIN, "other origin");
      return;
    }
    Visit visit = new Visit(this, socket.remoteAddress().hostAddress());
    LiveSocket live = LiveSocket.take(vertx, socket, BEAT, visit::hear, visit::closed);
    visit.at(live);
  }

  /// Browsers say where a page came from; other programs need not.
  private static boolean sameOrigin(ServerWebSocket socket) {
    String origin = socket.headers().get("origin");
    if (origin == null) {
      return true;
    }
    try {
      // "null" is the origin of a page that hides its own.
      return Optional.ofNullable(new URI(origin).getRawAuthority())
          .filter(authority -> authority.equalsIgnoreCase(socket.headers().get("host")))
          .isPresent();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  ChatRooms rooms() {
    return rooms;
  }

  ChatLane lane() {
    return lane;
  }

  Places places() {
    return places;
  }

  InstantSource clock() {
    return clock;
  }

  Ulid ulids() {
    return ulids;
  }

  /// 256 bits: who has it is she.
  String newSecret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
