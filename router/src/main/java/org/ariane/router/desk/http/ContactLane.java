package org.ariane.router.desk.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Roster;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.SwitchboardSettings;
import org.ariane.router.assignment.micrometer.SwitchboardMeters;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.directory.html.DirectoryPages;
import org.ariane.router.directory.http.ServicesCalls;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Socket;
import org.ariane.router.identity.Ulid;
import org.ariane.router.plan.DirectoryPlans;
import org.ariane.router.plan.http.RouteCall;
import org.ariane.router.transfer.Supervisions;
import org.ariane.router.transfer.TransferId;
import org.ariane.router.transfer.Transfers;

/// The contact half of the router, put together: the switchboard, the operators' desks, the what-if
/// and the search of services.
public final class ContactLane implements AutoCloseable {
  private final LiveSwitchboard switchboard;
  private final DeskHub desks;
  private final Transfers transfers;
  private final Supervisions supervisions;
  private final List<Endpoint> endpoints;
  private final List<Socket> sockets;

  private ContactLane(
      LiveSwitchboard switchboard,
      DeskHub desks,
      Transfers transfers,
      Supervisions supervisions,
      List<Endpoint> endpoints,
      List<Socket> sockets) {
    this.switchboard = switchboard;
    this.desks = desks;
    this.transfers = transfers;
    this.supervisions = supervisions;
    this.endpoints = List.copyOf(endpoints);
    this.sockets = List.copyOf(sockets);
  }

  /// Puts the parts together and lets the switchboard begin.
  ///
  /// @param virtualThreads where channels are told to ring and watchers hear of effects
  /// @param fallback the number of last resort where a line names none
  public static ContactLane open(
      Vertx vertx,
      DirectorySource directory,
      Roster roster,
      InstantSource clock,
      MeterRegistry registry,
      Executor virtualThreads,
      PhoneNumber fallback,
      SwitchboardSettings settings) {
    Ulid ulids = new Ulid(clock, new SecureRandom());
    DirectoryPlans plans = new DirectoryPlans(directory, fallback);
    LiveSwitchboard switchboard =
        new LiveSwitchboard(
            settings,
            plans,
            roster::find,
            () -> OfferId.mint(ulids),
            clock,
            virtualThreads,
            DecisionJournal::fault);
    switchboard.watch(new DecisionJournal());
    SwitchboardMeters.watch(switchboard, registry);
    DeskHub desks = new DeskHub(switchboard, directory);
    switchboard.watch(desks);
    Transfers transfers =
        new Transfers(
            switchboard,
            directory,
            roster,
            desks,
            () -> TransferId.mint(ulids),
            clock,
            (kind, outcome) ->
                registry
                    .counter("ariane.call.transfers", "kind", kind.wireName(), "outcome", outcome)
                    .increment());
    switchboard.watch(transfers);
    Supervisions supervisions =
        new Supervisions(
            switchboard,
            directory,
            roster,
            desks,
            mode -> registry.counter("ariane.call.supervisions", "mode", mode).increment());
    List<Endpoint> endpoints = new ArrayList<>(new ServicesCalls(directory, clock).endpoints());
    endpoints.addAll(new DirectoryPages(directory, clock).endpoints());
    endpoints.addAll(new RouteCall(directory, plans, switchboard::whatIf, clock).endpoints());
    endpoints.addAll(new DecisionsCall(switchboard).endpoints());
    endpoints.addAll(new TransferCalls(transfers).endpoints());
    endpoints.addAll(new SupervisionCalls(supervisions).endpoints());
    return new ContactLane(
        switchboard,
        desks,
        transfers,
        supervisions,
        endpoints,
        List.of(new DeskSocket(vertx, desks, switchboard, clock).route()));
  }

  public LiveSwitchboard switchboard() {
    return switchboard;
  }

  /// Where channels tell operators' desks of conversations, and where they plug in theirs.
  public DeskHub desks() {
    return desks;
  }

  /// Where the telephone line plugs in what it can do with a talk, and tells what came of it.
  public Transfers transfers() {
    return transfers;
  }

  public Supervisions supervisions() {
    return supervisions;
  }

  public List<Endpoint> endpoints() {
    return endpoints;
  }

  public List<Socket> sockets() {
    return sockets;
  }

  /// How it stands, in words: who waits, and how many operators could be asked now.
  public String health() {
    int calls = sum(switchboard.available(ContactChannel.CALL));
    int chats = sum(switchboard.available(ContactChannel.CHAT));
    int waiting = switchboard.counts().values().stream().mapToInt(Integer::intValue).sum();
    return "%d waiting; free for calls %d, for chats %d".formatted(waiting, calls, chats);
  }

  private static int sum(Map<ServiceId, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void close() {
    switchboard.close();
  }
}
