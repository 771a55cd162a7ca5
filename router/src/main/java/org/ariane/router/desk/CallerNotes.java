package org.ariane.router.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.KnownAlarm;
import org.ariane.router.contact.ContactId;

/// What is to be shown of callers to those who talk with them, in memory, forgotten when they
/// leave. Safe from any thread.
public final class CallerNotes {
  private static final int CALLERS = 2_000;
  private static final int KEYS = 50;

  private final DeskPort desks;
  private final BiFunction<ContactId, PrincipalId, Optional<KnownAlarm>> alarms;
  private final Map<ContactId, Caller> callers = new LinkedHashMap<>();

  private static final class Caller {
    private final List<CallerNote.Pressed> keys = new ArrayList<>();
    private final Set<CallerNote> marks = new LinkedHashSet<>();
    private Optional<PrincipalId> operator = Optional.empty();
    private Optional<KnownAlarm> shown = Optional.empty();
    private Optional<PassedOn> passedOn = Optional.empty();
    private int before;

    /// What she pressed since she was passed on.
    private List<CallerNote.Pressed> pressed() {
      return keys.subList(before, keys.size());
    }

    private boolean mayShow(CallerNote mark) {
      return switch (mark) {
        case CallerNote.AlarmedBySilence() -> passedOn.map(PassedOn::danger).orElse(true);
        case CallerNote.WishesCallback() -> passedOn.isEmpty();
        case CallerNote.Keys _, CallerNote.Alarmed _ -> true;
      };
    }

    private Optional<KnownAlarm> mayShow(Optional<KnownAlarm> alarm) {
      Optional<KnownAlarm> agreed = alarm.filter(_ -> passedOn.map(PassedOn::danger).orElse(true));
      return passedOn.map(PassedOn::place).orElse(true)
          ? agreed
          : agreed.map(KnownAlarm::withoutPlace);
    }
  }

  /// @param alarms that an operator may know of a caller; asked when she begins to talk with her
  public CallerNotes(
      DeskPort desks, BiFunction<ContactId, PrincipalId, Optional<KnownAlarm>> alarms) {
    this.desks = desks;
    this.alarms = alarms;
  }

  public void pressed(ContactId contact, char key, Instant at) {
    if ("0123456789*#".indexOf(key) < 0) {
      return;
    }
    DeskNews news;
    Optional<PrincipalId> operator;
    synchronized (callers) {
      Caller caller = caller(contact);
      caller.keys.add(new CallerNote.Pressed(key, at));
      if (caller.keys.size() > KEYS) {
        caller.keys.removeFirst();
        caller.before = Math.max(0, caller.before - 1);
      }
      news = new DeskNews.About(contact, new CallerNote.Keys(caller.pressed()));
      operator = caller.operator;
    }
    operator.ifPresent(known -> desks.tell(known, news));
  }

  /// Shows it once, now or when an operator comes.
  public void mark(ContactId contact, CallerNote note) {
    Optional<PrincipalId> operator;
    synchronized (callers) {
      Caller caller = caller(contact);
      boolean shows = caller.marks.add(note) && caller.mayShow(note);
      operator = shows ? caller.operator : Optional.empty();
    }
    operator.ifPresent(known -> desks.tell(known, new DeskNews.About(contact, note)));
  }

  /// An operator took her from the queue.
  public void joined(ContactId contact, PrincipalId operator) {
    synchronized (callers) {
      Caller caller = caller(contact);
      caller.passedOn = Optional.empty();
      caller.before = 0;
    }
    handed(contact, operator);
  }

  /// From now on no more than this is shown to whoever she is handed to. What she pressed before
  /// may be where she lives.
  public void passedOn(ContactId contact, PassedOn shown) {
    synchronized (callers) {
      Caller caller = caller(contact);
      caller.passedOn = Optional.of(shown);
      caller.before = caller.keys.size();
    }
  }

  /// An operator has her from now on, instead of whoever did before.
  public void handed(ContactId contact, PrincipalId operator) {
    synchronized (callers) {
      caller(contact).operator = Optional.of(operator);
    }
    of(contact, operator).forEach(news -> desks.tell(operator, news));
  }

  /// Nobody talks with her any more; she may wait again.
  public void parted(ContactId contact) {
    synchronized (callers) {
      Optional.ofNullable(callers.get(contact)).ifPresent(it -> it.operator = Optional.empty());
    }
  }

  public void gone(ContactId contact) {
    synchronized (callers) {
      callers.remove(contact);
    }
  }

  /// Shows what alarms have become meanwhile: one that was raised during the talk, a new position.
  /// Call it every few seconds.
  public void refresh() {
    Map<ContactId, PrincipalId> talking = new LinkedHashMap<>();
    synchronized (callers) {
      callers.forEach((contact, it) -> it.operator.ifPresent(who -> talking.put(contact, who)));
    }
    talking.forEach((contact, operator) -> {
      Optional<KnownAlarm> now = alarm(contact, operator);
      if (now.isPresent() && changed(contact, operator, now)) {
        desks.tell(operator, new DeskNews.About(contact, new CallerNote.Alarmed(now.get())));
      }
    });
  }

  private boolean changed(ContactId contact, PrincipalId operator, Optional<KnownAlarm> now) {
    synchronized (callers) {
      Optional<Caller> caller =
          Optional.ofNullable(callers.get(contact))
              .filter(known -> known.operator.filter(operator::equals).isPresent())
              .filter(known -> !known.shown.equals(now));
      caller.ifPresent(known -> known.shown = now);
      return caller.isPresent();
    }
  }

  /// All that an operator is to see now, as when she opens her page anew.
  public List<DeskNews> shownTo(PrincipalId operator) {
    List<ContactId> hers;
    synchronized (callers) {
      hers =
          callers.entrySet().stream()
              .filter(caller -> caller.getValue().operator.filter(operator::equals).isPresent())
              .map(Map.Entry::getKey)
              .toList();
    }
    return hers.stream().flatMap(contact -> of(contact, operator).stream()).toList();
  }

  private List<DeskNews> of(ContactId contact, PrincipalId operator) {
    List<CallerNote> notes = new ArrayList<>();
    Optional<KnownAlarm> alarm = alarm(contact, operator);
    alarm.map(CallerNote.Alarmed::new).ifPresent(notes::add);
    synchronized (callers) {
      Caller caller = caller(contact);
      caller.shown = alarm;
      caller.marks.stream().filter(caller::mayShow).forEach(notes::add);
      if (!caller.pressed().isEmpty()) {
        notes.add(new CallerNote.Keys(caller.pressed()));
      }
    }
    return notes.stream().<DeskNews>map(note -> new DeskNews.About(contact, note)).toList();
  }

  private Optional<KnownAlarm> alarm(ContactId contact, PrincipalId operator) {
    Optional<KnownAlarm> alarm = alarms.apply(contact, operator);
    synchronized (callers) {
      return caller(contact).mayShow(alarm);
    }
  }

  private Caller caller(ContactId contact) {
    Caller caller = callers.computeIfAbsent(contact, fresh -> new Caller());
    if (callers.size() > CALLERS) {
      callers.remove(callers.keySet().iterator().next());
    }
    return caller;
  }
}
