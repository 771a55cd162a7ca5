package org.ariane.router.transfer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Service;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Roster;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.DeskPort;
import org.ariane.router.desk.Refusal;
import org.ariane.router.presence.Presence;

/// Supervisors in talks: one a talk, and only in those of operators of their own organisation.
public final class Supervisions {
  static final Refusal ANOTHER =
      new Refusal("supervised", "Another supervisor is in this talk already");
  static final Refusal NOT_IN = new Refusal("not-in", "You are not in this talk");
  private static final String TAKE = SupervisionMode.TAKE_OVER.wireName();
  private static final String ASKED = "asked";

  private final LiveSwitchboard switchboard;
  private final DirectorySource directory;
  private final Roster roster;
  private final DeskPort desks;
  private final Consumer<String> counter;
  private final Map<ContactId, Supervision> open = new HashMap<>();
  private final Map<ContactId, String> in = new HashMap<>();
  private volatile CallControl control = CallControl.NONE;

  /// @param counter is told of each mode that began, and of `refused`
  public Supervisions(
      LiveSwitchboard switchboard,
      DirectorySource directory,
      Roster roster,
      DeskPort desks,
      Consumer<String> counter) {
    this.switchboard = switchboard;
    this.directory = directory;
    this.roster = roster;
    this.desks = desks;
    this.counter = counter;
  }

  /// Where the telephone line plugs in; once at start.
  public void attach(CallControl telephony) {
    control = telephony;
  }

  /// Calls in which operators of her organisation talk now.
  public List<Talk> talks(Principal supervisor) {
    return switchboard.talks(ContactChannel.CALL).entrySet().stream()
        .filter(talk -> ours(supervisor, talk.getValue()))
        .flatMap(talk ->
            switchboard.contact(talk.getKey()).stream()
                .map(contact -> new Talk(contact, talk.getValue())))
        .toList();
  }

  /// Whoever waits on a line that her organisation answers, next first.
  public List<Contact> waiting(Principal supervisor) {
    return Stream.of(ContactChannel.CALL, ContactChannel.CHAT)
        .flatMap(channel -> switchboard.waiting(channel).keySet().stream())
        .flatMap(id -> switchboard.contact(id).stream())
        .filter(contact -> answers(supervisor, contact))
        .toList();
  }

  private boolean answers(Principal supervisor, Contact contact) {
    Optional<OrganisationId> hers = organisation(supervisor);
    return directory.current().lines().stream()
        .filter(line -> line.id().equals(contact.line()))
        .flatMap(line -> line.desks().stream())
        .flatMap(desk -> directory.current().service(desk).stream())
        .anyMatch(service -> hers.filter(service.organisation()::equals).isPresent());
  }

  /// Operators of her organisation, and what they do now.
  public Map<PrincipalId, Presence> operators(Principal supervisor) {
    Map<PrincipalId, Presence> present = new LinkedHashMap<>();
    roster.operators().stream()
        .map(Principal::id)
        .filter(operator -> ours(supervisor, operator))
        .forEach(operator -> present.put(operator, switchboard.presence(operator)));
    return present;
  }

  /// One talk.
  public record Talk(Contact contact, PrincipalId operator) {}

  public TransferAnswer ask(ContactId id, Principal supervisor, SupervisionMode mode) {
    Optional<PrincipalId> operator = switchboard.talksTo(id);
    Optional<Contact> contact =
        switchboard.contact(id).filter(each -> each.channel() == ContactChannel.CALL);
    Optional<Supervision> there = there(id);
    boolean mine = there.filter(it -> it.supervisor().equals(supervisor.id())).isPresent();
    if (contact.isEmpty() || operator.isEmpty() || (!mine && !ours(supervisor, operator.get()))) {
      return new TransferAnswer.NotYours();
    }
    if (there.isPresent() && !mine) {
      return new TransferAnswer.No(ANOTHER);
    }
    if (mine) {
      return told(control.change(there.orElseThrow().in(mode)));
    }
    if (mode == SupervisionMode.END) {
      return new TransferAnswer.No(NOT_IN);
    }
    Supervision begun = new Supervision(id, supervisor.id(), operator.get(), mode);
    synchronized (this) {
      if (open.putIfAbsent(id, begun) != null) {
        return new TransferAnswer.No(ANOTHER);
      }
    }
    boolean rings = control.supervise(begun, contact.get());
    if (!rings) {
      forget(id);
    }
    return told(rings);
  }

  private static TransferAnswer told(boolean switched) {
    return switched ? new TransferAnswer.Told() : new TransferAnswer.SwitchAway();
  }

  private synchronized Optional<Supervision> there(ContactId id) {
    return Optional.ofNullable(open.get(id));
  }

  private synchronized void forget(ContactId id) {
    open.remove(id);
    in.remove(id);
  }

  private synchronized void comes(ContactId id, String mode) {
    in.put(id, mode);
  }

  /// How this supervisor takes part: the wire name of a mode, or `asked` while she is rung or
  /// announced; empty where she does not.
  public synchronized Optional<String> standing(ContactId id, Principal supervisor) {
    return there(id)
        .filter(it -> it.supervisor().equals(supervisor.id()))
        .map(it -> in.getOrDefault(id, ASKED));
  }

  /// Whether a supervisor of this talk is known.
  public boolean knows(ContactId id) {
    return there(id).isPresent();
  }

  /// A supervisor whom another server brought in is found at the switch. Changes nothing where one
  /// is known.
  public void found(Supervision supervision) {
    String mode = supervision.mode().wireName();
    synchronized (this) {
      if (open.putIfAbsent(supervision.contact(), supervision) != null) {
        return;
      }
      comes(supervision.contact(), mode);
    }
    tell(supervision, mode);
  }

  private boolean ours(Principal supervisor, PrincipalId operator) {
    Optional<OrganisationId> hers = roster.find(operator).flatMap(this::organisation);
    return hers.isPresent() && organisation(supervisor).equals(hers);
  }

  private Optional<OrganisationId> organisation(Principal account) {
    return account.desk().flatMap(directory.current()::service).map(Service::organisation);
  }

  /// The switch put her into a mode, all others having been told.
  public void entered(ContactId id, String mode) {
    there(id)
        .ifPresent(supervision -> {
          counter.accept(mode);
          comes(id, mode);
          switchboard.note(id, "supervised", mode, Optional.of(supervision.supervisor()));
          tell(supervision, mode);
          if (mode.equals(TAKE)) {
            switchboard
                .talksTo(id)
                .ifPresent(had -> switchboard.moved(id, had, supervision.supervisor()));
          }
        });
  }

  /// She is gone, or never came.
  ///
  /// @param lost whether her telephone was lost while she had the caller
  public void ended(ContactId id, boolean lost) {
    there(id)
        .ifPresent(supervision -> {
          forget(id);
          tell(supervision, SupervisionMode.END.wireName());
          switchboard.note(id, "supervised", "end", Optional.of(supervision.supervisor()));
          boolean had =
              switchboard.talksTo(id).filter(supervision.supervisor()::equals).isPresent();
          if (had) {
            switchboard.parted(id, supervision.supervisor(), lost);
          }
        });
  }

  private void tell(Supervision supervision, String mode) {
    DeskNews news = new DeskNews.Supervised(supervision.contact(), mode);
    desks.tell(supervision.operator(), news);
    desks.tell(supervision.supervisor(), news);
  }
}
