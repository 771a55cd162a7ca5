package org.ariane.router.desk.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.Decision;
import org.ariane.router.assignment.Effect;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.assignment.Standing;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.CallerNotes;
import org.ariane.router.desk.ConversationPort;
import org.ariane.router.desk.DeskListing;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.DeskPort;
import org.ariane.router.desk.DeskStream;
import org.ariane.router.desk.PassedOn;

/// All desks of this server: carries news of the switchboard and of conversations to the pages of
/// the operators they concern.
public final class DeskHub implements DeskPort, Consumer<Effect> {
  private final LiveSwitchboard switchboard;
  private final DirectorySource directory;
  private final Map<PrincipalId, DeskStream> streams = new ConcurrentHashMap<>();
  private volatile ConversationPort conversations = ConversationPort.NONE;
  private final Map<ContactId, PassedOn> passedOn = new ConcurrentHashMap<>();
  private volatile Optional<CallerNotes> notes = Optional.empty();

  DeskHub(LiveSwitchboard switchboard, DirectorySource directory) {
    this.switchboard = switchboard;
    this.directory = directory;
  }

  /// Where the channel that holds conversations plugs in; once at start.
  public void attach(ConversationPort port) {
    conversations = port;
  }

  /// Where what is known of callers is kept; once at start. Whoever begins to talk with a caller is
  /// shown it.
  public void attach(CallerNotes callerNotes) {
    notes = Optional.of(callerNotes);
  }

  /// What an operator is to see of callers when she opens her page: with whom she talks, and what
  /// is known of them.
  List<DeskNews> aboutCallers(PrincipalId operator) {
    List<DeskNews> about = new ArrayList<>();
    switchboard
        .talks(ContactChannel.CALL)
        .forEach((contact, who) -> {
          if (who.equals(operator)) {
            here(contact).ifPresent(about::add);
          }
        });
    notes.ifPresent(known -> about.addAll(known.shownTo(operator)));
    return about;
  }

  private Optional<DeskNews> here(ContactId contact) {
    return switchboard
        .contact(contact)
        .map(known -> DeskNews.CallHere.of(known, Optional.ofNullable(passedOn.get(contact))));
  }

  ConversationPort conversations() {
    return conversations;
  }

  DeskStream stream(PrincipalId operator) {
    return streams.computeIfAbsent(operator, fresh -> new DeskStream());
  }

  @Override
  public void tell(PrincipalId operator, DeskNews news) {
    stream(operator).tell(news);
  }

  @Override
  public void passedOn(ContactId contact, PassedOn shown) {
    passedOn.put(contact, shown);
    notes.ifPresent(known -> known.passedOn(contact, shown));
  }

  /// What the switchboard did, as far as an operator sees it.
  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.OfferMade made ->
          tell(
              made.offer().operator(),
              new DeskNews.OfferRings(
                  new Standing(made.offer(), made.waited(), made.offer().within(), made.from())));
      case Effect.OfferRevised revised ->
          switchboard
              .offer(revised.offer().operator())
              .filter(standing -> standing.offer().id().equals(revised.offer().id()))
              .ifPresent(
                  standing -> tell(revised.offer().operator(), new DeskNews.OfferRings(standing)));
      case Effect.OfferEnded ended ->
          tell(
              ended.offer().operator(),
              new DeskNews.OfferWithdrawn(ended.offer().id(), ended.outcome().wireName()));
      case Effect.PresenceChanged changed -> {
        tell(changed.operator(), new DeskNews.PresenceIs(changed.presence()));
        tellDesks();
      }
      case Effect.OutsideRung rung -> {}
      case Effect.OutsideEnded ended -> {}
      case Effect.Joined joined -> {
        passedOn.remove(joined.contact().id());
        caller(joined.contact())
            .ifPresent(known -> known.joined(joined.contact().id(), joined.operator()));
      }
      case Effect.Interrupted interrupted -> {
        passedOn.remove(interrupted.contact());
        notes.ifPresent(known -> known.parted(interrupted.contact()));
      }
      case Effect.HandedOver handed ->
          caller(handed.contact())
              .ifPresent(known -> known.handed(handed.contact().id(), handed.to()));
      case Effect.HandoverFailed failed -> {}
      case Effect.HandoverOffered offered -> {}
      case Effect.Decided(Decision decision) -> decided(decision);
    }
  }

  private void decided(Decision decision) {
    switch (decision.code()) {
      case "left" -> passedOn.remove(decision.contact());
      case "resumed" -> decision.chosen().ifPresent(who -> found(decision.contact(), who));
      default -> {}
    }
  }

  /// A talk that another server began: her page has not heard of it.
  private void found(ContactId contact, PrincipalId operator) {
    here(contact).ifPresent(call -> tell(operator, call));
    notes.ifPresent(known -> known.handed(contact, operator));
  }

  private Optional<CallerNotes> caller(Contact contact) {
    return contact.channel() == ContactChannel.CALL ? notes : Optional.empty();
  }

  private void tellDesks() {
    DeskNews news = new DeskNews.Desks(desks());
    streams.values().stream().filter(DeskStream::open).forEach(stream -> stream.tell(news));
  }

  /// Desks that a chat can be handed to, those with somebody free first.
  List<DeskListing> desks() {
    Map<ServiceId, Integer> available = switchboard.available(ContactChannel.CHAT);
    Directory current = directory.current();
    return current.services().stream()
        .filter(DeskHub::hasDesk)
        .map(service ->
            new DeskListing(service.id(), service.name(), available.getOrDefault(service.id(), 0)))
        .sorted(
            Comparator.comparing((DeskListing desk) -> desk.available() == 0)
                .thenComparing(DeskListing::name))
        .toList();
  }

  private static boolean hasDesk(Service service) {
    return service.channels().stream().anyMatch(ServiceChannel.Desk.class::isInstance);
  }

  Optional<Standing> offer(PrincipalId operator) {
    return switchboard.offer(operator);
  }
}
