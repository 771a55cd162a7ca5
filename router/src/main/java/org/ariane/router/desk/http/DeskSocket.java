package org.ariane.router.desk.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.Standing;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.desk.DeskStream;
import org.ariane.router.desk.FrameBudget;
import org.ariane.router.desk.Refusal;
import org.ariane.router.http.Socket;

/// `/v1/desk/stream`: one socket per open desk of an operator. `/v1/desk/calls`: the same for a
/// page that is her telephone only; it shows her calls, takes no chats, and its going loses none.
final class DeskSocket {
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final int FRAMES_PER_SECOND = 10;
  private static final int FRAMES_AT_ONCE = 60;

  private final Vertx vertx;
  private final DeskHub hub;
  private final LiveSwitchboard switchboard;
  private final InstantSource clock;

  DeskSocket(Vertx vertx, DeskHub hub, LiveSwitchboard switchboard, InstantSource clock) {
    this.vertx = vertx;
    this.hub = hub;
    this.switchboard = switchboard;
    this.clock = clock;
  }

  List<Socket> routes() {
    Set<Role> roles = Set.of(Role.OPERATOR, Role.SUPERVISOR);
    return List.of(
        new Socket("/v1/desk/stream", roles, this::open),
        new Socket("/v1/desk/calls", roles, this::watch));
  }

  private void watch(ServerWebSocket socket, Optional<Principal> who, long after) {
    PrincipalId operator = who.orElseThrow().id();
    DeskStream stream = hub.stream(operator);
    FrameBudget budget = new FrameBudget(FRAMES_PER_SECOND, FRAMES_AT_ONCE, clock.instant());
    AtomicReference<Optional<LiveSocket>> own = new AtomicReference<>(Optional.empty());
    DeskStream.Page page =
        numbered -> {
          if (numbered.news().ofCalls()) {
            own.get().ifPresent(live -> live.send(frame(numbered)));
          }
        };
    LiveSocket live =
        LiveSocket.take(
            vertx,
            socket,
            BEAT,
            text ->
                own.get()
                    .ifPresent(
                        self -> hear(operator, self, DeskCommand.parse(text).ofCalls(), budget)),
            () -> stream.leave(page));
    own.set(Optional.of(live));
    DeskStream.Joining joining = stream.watch(page, after);
    joining.missed().stream()
        .filter(numbered -> numbered.news().ofCalls())
        .forEach(numbered -> live.send(frame(numbered)));
    live.send(
        DeskFrames.snapshot(
            joining.seq(),
            switchboard.presence(operator),
            hub.offer(operator)
                .filter(standing -> standing.offer().contact().channel() == ContactChannel.CALL),
            List.of(),
            List.of()));
    hub.aboutCallers(operator).forEach(news -> live.send(DeskFrames.frame(news)));
    stream.live(page);
  }

  private void open(ServerWebSocket socket, Optional<Principal> who, long after) {
    PrincipalId operator = who.orElseThrow().id();
    DeskStream stream = hub.stream(operator);
    FrameBudget budget = new FrameBudget(FRAMES_PER_SECOND, FRAMES_AT_ONCE, clock.instant());
    AtomicReference<Optional<LiveSocket>> own = new AtomicReference<>(Optional.empty());
    DeskStream.Page page = numbered -> own.get().ifPresent(live -> live.send(frame(numbered)));
    LiveSocket live =
        LiveSocket.take(
            vertx,
            socket,
            BEAT,
            text ->
                own.get().ifPresent(self -> hear(operator, self, DeskCommand.parse(text), budget)),
            () -> {
              if (stream.leave(page)) {
                switchboard.deskLost(operator);
                // Another page may have been opened in between; its news must come last.
                if (stream.open()) {
                  switchboard.deskOpened(operator);
                }
              }
            });
    own.set(Optional.of(live));
    DeskStream.Joining joining = stream.join(page, after);
    switchboard.deskOpened(operator);
    joining.missed().forEach(numbered -> live.send(frame(numbered)));
    live.send(
        DeskFrames.snapshot(
            joining.seq(),
            switchboard.presence(operator),
            hub.offer(operator),
            hub.conversations().conversations(operator),
            hub.desks()));
    hub.aboutCallers(operator).forEach(news -> live.send(DeskFrames.frame(news)));
    stream.live(page);
  }

  private static JsonObject frame(DeskStream.Numbered numbered) {
    JsonObject frame = DeskFrames.frame(numbered.news());
    return numbered.seq() == 0 ? frame : frame.put("seq", numbered.seq());
  }

  private void hear(
      PrincipalId operator, LiveSocket live, DeskCommand command, FrameBudget budget) {
    Optional<Refusal> refusal =
        budget.spend(clock.instant())
            ? act(operator, live, command)
            : Optional.of(Refusal.TOO_FAST);
    refusal.ifPresent(why -> live.send(DeskFrames.error(why)));
  }

  private Optional<Refusal> act(PrincipalId operator, LiveSocket live, DeskCommand command) {
    return switch (command) {
      case DeskCommand.Wish wish -> {
        switchboard.wished(operator, wish.wish());
        yield Optional.empty();
      }
      case DeskCommand.Ready() -> {
        switchboard.ready(operator);
        yield Optional.empty();
      }
      case DeskCommand.Accept(OfferId offer) -> accept(operator, offer);
      case DeskCommand.Decline(OfferId offer) -> decline(operator, offer);
      case DeskCommand.Say say ->
          hub.conversations().message(say.contact(), operator, say.id(), say.text());
      case DeskCommand.Typing typing -> hub.conversations().typing(typing.contact(), operator);
      case DeskCommand.Seen seen -> hub.conversations().seen(seen.contact(), operator, seen.id());
      case DeskCommand.Transfer transfer ->
          hub.conversations().transfer(transfer.contact(), operator, transfer.to());
      case DeskCommand.End end -> hub.conversations().end(end.contact(), operator);
      case DeskCommand.Ping() -> {
        live.send(DeskFrames.pong());
        yield Optional.empty();
      }
      case DeskCommand.Unusable(Refusal why) -> Optional.of(why);
    };
  }

  private static final Refusal NO_OFFER =
      new Refusal("no-offer", "This offer no longer rings for you");
  private static final Refusal ON_THE_PHONE =
      new Refusal("on-the-phone", "A call is accepted on the telephone, with key 1");

  private Optional<Refusal> accept(PrincipalId operator, OfferId offer) {
    Optional<Standing> standing = mine(operator, offer);
    if (standing.isEmpty()) {
      return Optional.of(NO_OFFER);
    }
    if (standing.get().offer().contact().channel() == ContactChannel.CALL) {
      return Optional.of(ON_THE_PHONE);
    }
    switchboard.accepted(offer);
    return Optional.empty();
  }

  private Optional<Refusal> decline(PrincipalId operator, OfferId offer) {
    if (mine(operator, offer).isEmpty()) {
      return Optional.of(NO_OFFER);
    }
    switchboard.declinedAtDesk(offer);
    return Optional.empty();
  }

  private Optional<Standing> mine(PrincipalId operator, OfferId offer) {
    return switchboard.offer(operator).filter(standing -> standing.offer().id().equals(offer));
  }
}
