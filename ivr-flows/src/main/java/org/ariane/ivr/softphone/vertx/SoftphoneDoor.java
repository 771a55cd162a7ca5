package org.ariane.ivr.softphone.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ariane.ivr.softphone.Softphones;
import org.ariane.ivr.softphone.Tickets;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Tokens;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/sip`: the only way from a browser to the switch. The first frame is `{"ticket"}`; nothing goes
/// through before it was found good. One line per operator: a page that comes again takes its own
/// over, another page only while the softphone is idle.
public final class SoftphoneDoor {
  private static final Logger LOG = LoggerFactory.getLogger(SoftphoneDoor.class);
  private static final long FIRST_FRAME_MS = 5_000;
  private static final int LARGEST = 64 * 1024;
  static final short UNAUTHENTICATED = 4401;
  static final short ELSEWHERE = 4409;
  static final short AGAIN_LATER = 1013;

  private final Vertx vertx;
  private final Tokens tokens;
  private final Softphones softphones;
  private final InstantSource clock;
  private final Tickets tickets;
  private final WebSocketClient client;
  private final Map<PrincipalId, SoftphoneLine> lines = new ConcurrentHashMap<>();

  public SoftphoneDoor(Vertx vertx, Tokens tokens, Softphones softphones, InstantSource clock) {
    this.vertx = vertx;
    this.tokens = tokens;
    this.softphones = softphones;
    this.clock = clock;
    this.tickets = new Tickets(clock, new SecureRandom());
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setDefaultHost("127.0.0.1")
                .setConnectTimeout(2_000)
                .setMaxConnections(2_000)
                .setMaxFrameSize(LARGEST)
                .setMaxMessageSize(LARGEST));
  }

  public List<Endpoint> endpoints() {
    return new SoftphoneCall(softphones, tickets).endpoints();
  }

  public List<Socket> sockets() {
    return List.of(new Socket("/sip", Set.of(), (socket, _, _) -> knock(socket)));
  }

  private void knock(ServerWebSocket socket) {
    long timer = vertx.setTimer(FIRST_FRAME_MS, _ -> socket.close(UNAUTHENTICATED, "no ticket"));
    socket.closeHandler(_ -> vertx.cancelTimer(timer));
    socket.binaryMessageHandler(_ -> socket.close(UNAUTHENTICATED, "no ticket"));
    socket.textMessageHandler(first -> {
      vertx.cancelTimer(timer);
      socket.textMessageHandler(null);
      socket.binaryMessageHandler(null);
      ticket(first)
          .flatMap(tickets::redeem)
          .filter(bearer -> tokens.open(bearer.token()).isPresent())
          .ifPresentOrElse(
              bearer -> admit(socket, bearer), () -> socket.close(UNAUTHENTICATED, "no ticket"));
    });
  }

  private void admit(ServerWebSocket socket, Tickets.Bearer bearer) {
    PrincipalId operator = bearer.principal().id();
    Optional<SoftphoneLine> before = Optional.ofNullable(lines.get(operator));
    if (before.filter(line -> !line.of(bearer.page())).isPresent() && softphones.busy(operator)) {
      LOG.info("the softphone of {} is in use on another page", operator);
      socket.close(ELSEWHERE, "in use on another page");
      return;
    }
    Optional<Softphones.Login> login = softphones.login(operator);
    if (softphones.port().isEmpty() || login.isEmpty()) {
      socket.close(AGAIN_LATER, "no switch");
      return;
    }
    SoftphoneLine line =
        new SoftphoneLine(
            vertx,
            socket,
            bearer,
            login.get().user(),
            clock,
            () -> tokens.open(bearer.token()).isPresent(),
            lines::remove);
    Optional.ofNullable(lines.put(operator, line)).ifPresent(SoftphoneLine::replaced);
    line.connect(client, softphones.port().get());
  }

  private static Optional<String> ticket(String frame) {
    try {
      return new JsonObject(frame).getValue("ticket") instanceof String text
          ? Optional.of(text)
          : Optional.empty();
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }
}
