package org.ariane.ivr.softphone.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.ariane.ivr.softphone.Gate;
import org.ariane.ivr.softphone.Tickets;
import org.ariane.ivr.softphone.Verdict;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.desk.FrameBudget;
import org.ariane.router.desk.http.LiveSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One browser and the switch, from when it was let in. All on one event loop.
final class SoftphoneLine {
  private static final Logger LOG = LoggerFactory.getLogger(SoftphoneLine.class);
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final long RECHECK_MS = 2_000;
  private static final int FRAMES_PER_SECOND = 20;
  private static final int FRAMES_AT_ONCE = 80;
  private static final short NOT_SIP = 4400;
  private static final short TOO_FAST = 4429;

  /// Sent once the switch is there; SIP may follow.
  private static final String OPEN = "{\"open\":true}";

  private final PrincipalId operator;
  private final String page;
  private final Gate gate;
  private final FrameBudget budget;
  private final InstantSource clock;
  private final LiveSocket browser;
  private Optional<WebSocket> upstream = Optional.empty();
  private boolean over;

  /// @param stands whether the operator's token still opens anything
  /// @param ended called once, with this line
  SoftphoneLine(
      Vertx vertx,
      ServerWebSocket socket,
      Tickets.Bearer bearer,
      String account,
      InstantSource clock,
      BooleanSupplier stands,
      BiConsumer<PrincipalId, SoftphoneLine> ended) {
    this.operator = bearer.principal().id();
    this.page = bearer.page();
    this.gate = new Gate(account);
    this.clock = clock;
    this.budget = new FrameBudget(FRAMES_PER_SECOND, FRAMES_AT_ONCE, clock.instant());
    long recheck = vertx.setPeriodic(RECHECK_MS, _ -> recheck(stands));
    this.browser =
        LiveSocket.take(
            vertx,
            socket,
            BEAT,
            this::hear,
            () -> {
              vertx.cancelTimer(recheck);
              ended.accept(operator, this);
              end();
            });
  }

  private void recheck(BooleanSupplier stands) {
    if (!stands.getAsBoolean()) {
      browser.close(SoftphoneDoor.UNAUTHENTICATED, "no valid token");
    }
  }

  boolean of(String other) {
    return page.equals(other);
  }

  void replaced() {
    browser.close(SoftphoneDoor.ELSEWHERE, "opened on another page");
  }

  void connect(WebSocketClient client, int port) {
    client
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/ws")
                .addSubProtocol("sip"))
        .onSuccess(this::through)
        .onFailure(e -> {
          LOG.warn("no softphone reaches the switch: {}", e.getMessage());
          browser.close(SoftphoneDoor.AGAIN_LATER, "no switch");
        });
  }

  private void through(WebSocket opened) {
    if (over) {
      close(opened);
      return;
    }
    upstream = Optional.of(opened);
    opened.textMessageHandler(browser::text);
    opened.exceptionHandler(e -> LOG.debug("the switch's socket failed: {}", e.getMessage()));
    opened.closeHandler(_ -> browser.close(SoftphoneDoor.AGAIN_LATER, "no switch"));
    LOG.info("the softphone of {} is connected", operator);
    browser.text(OPEN);
  }

  private void hear(String frame) {
    if (!budget.spend(clock.instant())) {
      LOG.warn("the softphone of {} sends too fast", operator);
      browser.close(TOO_FAST, "too fast");
      return;
    }
    switch (gate.judge(frame)) {
      case Verdict.Pass() ->
          upstream.ifPresentOrElse(
              socket -> pass(socket, frame), () -> browser.close(NOT_SIP, "not open yet"));
      case Verdict.Refuse(String answer, String why) -> {
        LOG.warn("the softphone of {} was refused: {}", operator, why);
        browser.text(answer);
      }
      case Verdict.Break(String why) -> {
        LOG.warn("the softphone of {} is cut off: {}", operator, why);
        browser.close(NOT_SIP, why);
      }
    }
  }

  private static void pass(WebSocket socket, String frame) {
    socket
        .writeTextMessage(frame)
        .onFailure(e -> LOG.debug("the switch took no frame: {}", e.getMessage()));
  }

  private void end() {
    over = true;
    upstream.ifPresent(SoftphoneLine::close);
    LOG.info("the softphone of {} is gone", operator);
  }

  private static void close(WebSocket socket) {
    socket.close().onFailure(e -> LOG.debug("close failed: {}", e.getMessage()));
  }
}
