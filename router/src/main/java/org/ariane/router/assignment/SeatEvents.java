package org.ariane.router.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.DeskPresence;
import org.ariane.router.presence.PhoneState;
import org.ariane.router.presence.Seat;

/// What happens to operators' devices. A seat exists from the first news of an operator.
final class SeatEvents {
  private final Board board;
  private final Function<PrincipalId, Optional<Principal>> accounts;
  private final BiConsumer<Seat, ContactChannel> lostWhileReserved;
  private final BiConsumer<ContactId, PrincipalId> interrupt;

  SeatEvents(
      Board board,
      Function<PrincipalId, Optional<Principal>> accounts,
      BiConsumer<Seat, ContactChannel> lostWhileReserved,
      BiConsumer<ContactId, PrincipalId> interrupt) {
    this.board = board;
    this.accounts = accounts;
    this.lostWhileReserved = lostWhileReserved;
    this.interrupt = interrupt;
  }

  void phone(PrincipalId operator, PhoneState state) {
    known(operator)
        .ifPresent(seat ->
            change(
                seat,
                // A telephone that registers anew is one that has come back.
                seat.phone() == PhoneState.UNREACHABLE
                    ? seat.withPhone(state).reacted()
                    : seat.withPhone(state),
                ContactChannel.CALL));
  }

  void deskOpened(PrincipalId operator) {
    known(operator)
        .ifPresent(
            seat -> change(seat, seat.withDesk(seat.deskPresence().opened()), ContactChannel.CHAT));
  }

  void deskLost(PrincipalId operator) {
    board
        .seat(operator)
        .filter(seat -> seat.deskPresence().connected())
        .ifPresent(seat ->
            change(
                seat, seat.withDesk(seat.deskPresence().lost(board.now())), ContactChannel.CHAT));
  }

  void wished(PrincipalId operator, DeskPresence.Wish wish) {
    board
        .seat(operator)
        .ifPresent(seat ->
            change(seat, seat.withDesk(seat.deskPresence().wishing(wish)), ContactChannel.CHAT));
  }

  /// Desks that stayed away too long lose their conversations to the queue.
  void tick() {
    Instant latest = board.now().minus(board.settings().deskGrace());
    for (Seat seat : List.copyOf(board.seats())) {
      boolean over = seat.deskPresence().goneSince().filter(at -> !at.isAfter(latest)).isPresent();
      if (over) {
        board.put(seat.withDesk(DeskPresence.ABSENT));
        seat.chats().stream()
            .sorted((a, b) -> a.value().compareTo(b.value()))
            .forEach(contact -> interrupt.accept(contact, seat.operator()));
      }
    }
  }

  /// Who comes to work begins to be idle now; who is no longer there loses what rang at her.
  private void change(Seat before, Seat after, ContactChannel channel) {
    boolean talks = after.call().isPresent() || !after.chats().isEmpty();
    boolean came = atWork(after) && !atWork(before) && !talks && !after.wrappingUp(board.now());
    board.put(came ? after.idleFrom(board.now()) : after);
    if (before.onShift(channel) && !after.onShift(channel) && after.reserved()) {
      lostWhileReserved.accept(after, channel);
    }
  }

  private static boolean atWork(Seat seat) {
    return seat.onShift(ContactChannel.CALL) || seat.onShift(ContactChannel.CHAT);
  }

  /// A supervisor takes over a talk without a seat: no call is ever offered to her.
  boolean sitsNowhere(PrincipalId operator) {
    return accounts
        .apply(operator)
        .filter(account -> account.has(Role.SUPERVISOR) && !account.has(Role.OPERATOR))
        .isPresent();
  }

  private Optional<Seat> known(PrincipalId operator) {
    Optional<Principal> account =
        accounts
            .apply(operator)
            .filter(found -> found.has(Role.OPERATOR) || found.has(Role.SUPERVISOR))
            .filter(found -> found.desk().isPresent());
    return account.map(found ->
        board
            .seat(operator)
            .orElseGet(
                () -> Seat.of(operator, found.desk().orElseThrow(), found.languages(), board.now()))
            .withAccount(found.desk().orElseThrow(), found.languages()));
  }
}
