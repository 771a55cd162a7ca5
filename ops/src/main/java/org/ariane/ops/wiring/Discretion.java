package org.ariane.ops.wiring;

import com.google.crypto.tink.KeysetHandle;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.ivr.asterisk.CallBacks;
import org.ariane.ivr.asterisk.CallerWatch;
import org.ariane.ivr.asterisk.VoiceModule;
import org.ariane.ivr.flow.CallBackOutcome;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Roster;
import org.ariane.router.callback.Callback;
import org.ariane.router.callback.CallbackWatch;
import org.ariane.router.callback.Callbacks;
import org.ariane.router.callback.http.CallbackEndpoints;
import org.ariane.router.callback.http.HerNumber;
import org.ariane.router.callback.redis.RedisCallbacks;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.CallerNote;
import org.ariane.router.desk.CallerNotes;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.http.ContactLane;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.lane.AlarmLane;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.http.Endpoint;
import org.ariane.router.identity.Ulid;
import org.ariane.router.instruction.SilentCall;
import org.ariane.router.instruction.SilentInstructions;
import org.ariane.router.instruction.http.InstructionEndpoints;
import org.ariane.router.instruction.redis.RedisInstructions;
import org.ariane.router.redlist.lane.RedListParts;
import org.ariane.router.redlist.tink.TinkIndexKeys;
import org.ariane.router.secrecy.tink.TinkSealing;
import org.ariane.router.text.TextChats;
import org.ariane.router.text.redis.RedisTextChats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Call-backs, registered instructions, open text chats, and what operators are shown of callers;
/// on connections of its own to Redis, so that it cannot delay an alarm.
final class Discretion implements CallerWatch, CallBacks {
  private static final Logger LOG = LoggerFactory.getLogger(Discretion.class);
  private static final long KEYS_MS = 5_000;
  private static final long SHOW_MS = 3_000;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final Foundations on;
  private final Callbacks callbacks;
  private final SilentInstructions instructions;
  private final CallerNotes notes;
  private final TextChats textChats;
  private final List<Endpoint> endpoints = new ArrayList<>();

  private Discretion(
      Foundations on,
      AlarmRedis redis,
      TinkIndexKeys names,
      TinkSealing sealing,
      AlarmLane alarms,
      ContactLane contacts,
      Roster roster,
      Function<ContactId, Optional<PhoneNumber>> phones) {
    this.on = on;
    textChats = new RedisTextChats(redis, names, sealing, on.clock());
    callbacks =
        new Callbacks(
            new RedisCallbacks(redis, names, sealing, on.clock()),
            alarms.redList().audit(),
            on.clock(),
            outcome -> count("ariane.callbacks", outcome));
    instructions =
        new SilentInstructions(
            new RedisInstructions(redis, names, sealing, on.clock()),
            alarms.intake(),
            alarms.redList().audit(),
            on.clock(),
            outcome -> count("ariane.calls.silent", outcome));
    var known = alarms.knownAlarms();
    notes =
        new CallerNotes(
            contacts.desks(),
            (contact, operator) ->
                phones
                    .apply(contact)
                    .flatMap(phone -> roster.find(operator).flatMap(who -> known.of(phone, who))));
    contacts.desks().attach(notes);
    Ulid ulids = new Ulid(on.clock(), new SecureRandom());
    HerNumber numbers = new HerNumber(contacts.switchboard(), phones);
    endpoints.addAll(new CallbackEndpoints(callbacks, numbers, ulids, on.clock()).all());
    endpoints.addAll(new InstructionEndpoints(instructions, numbers, ulids, on.clock()).all());
  }

  /// Begins to look after call-backs.
  ///
  /// @param phones of callers who did not withhold it
  static Discretion open(
      Foundations on,
      RedListParts keys,
      AlarmLane alarms,
      ContactLane contacts,
      Roster roster,
      Function<ContactId, Optional<PhoneNumber>> phones,
      Closers closers) {
    AlarmRedis redis = new AlarmRedis(on.redis());
    redis.start(on.virtualThreads());
    closers.add("redis of call-backs", redis);
    TinkIndexKeys names = new TinkIndexKeys(keys.lookups().get());
    TinkSealing sealing = new TinkSealing(keys.values().get());
    follow(on, closers, keys.lookups(), names::use);
    follow(on, closers, keys.values(), sealing::use);
    Discretion discretion =
        new Discretion(on, redis, names, sealing, alarms, contacts, roster, phones);
    discretion.callbacks.tells((operator, id, outcome) ->
        contacts.desks().tell(operator, new DeskNews.CallbackEnded(id.value(), outcome)));
    CallbackWatch watch =
        new CallbackWatch(discretion.callbacks, LOOK_EVERY, due -> tell(roster, contacts, due));
    closers.add("call-backs", watch);
    every(on, closers, SHOW_MS, discretion.notes::refresh);
    watch.start(on.virtualThreads());
    return discretion;
  }

  /// Takes keys that were changed while the server runs.
  private static void follow(
      Foundations on, Closers closers, Supplier<KeysetHandle> present, Consumer<KeysetHandle> use) {
    every(on, closers, KEYS_MS, () -> use.accept(present.get()));
  }

  private static void every(Foundations on, Closers closers, long millis, Runnable task) {
    long timer = on.contactLoops().setPeriodic(millis, id -> on.virtualThreads().execute(task));
    closers.add("a timer of call-backs", () -> on.contactLoops().cancelTimer(timer));
  }

  private static void tell(Roster roster, ContactLane contacts, Callback due) {
    roster.operators().stream()
        .filter(operator -> operator.desk().filter(due.desk()::equals).isPresent())
        .map(Principal::id)
        .forEach(operator ->
            contacts.desks().tell(operator, new DeskNews.CallbackDue(due.id().value())));
  }

  void through(VoiceModule voice) {
    callbacks.through(voice.callbackPhone());
    voice.attend(this, callbacks);
  }

  /// The open conversations by text message.
  TextChats textChats() {
    return textChats;
  }

  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  @Override
  public void pressed(ContactId contact, char key, Instant at) {
    notes.pressed(contact, key, at);
  }

  @Override
  public void silent(ContactId contact, PhoneNumber phone, boolean exercise) {
    if (instructions.heard(new SilentCall(contact, phone, on.clock().instant(), exercise))) {
      notes.mark(contact, new CallerNote.AlarmedBySilence());
    }
  }

  @Override
  public boolean offered() {
    return true;
  }

  /// She is always told that a person must note first how she can be called: a forger of her number
  /// must not hear that she is known here. What was noted before is followed all the same.
  @Override
  public CallBackOutcome ask(ContactId contact, Optional<PhoneNumber> phone, Instant at) {
    on.virtualThreads()
        .execute(() -> {
          notes.mark(contact, new CallerNote.WishesCallback());
          try {
            phone.ifPresent(callbacks::wish);
          } catch (LogUnavailableException e) {
            LOG.warn("{}: her wish for a call-back is not stored: {}", contact, e.getMessage());
          }
        });
    return CallBackOutcome.REFUSED;
  }

  @Override
  public void gone(ContactId contact) {
    notes.gone(contact);
  }

  private void count(String meter, String outcome) {
    on.metrics().counter(meter, "outcome", outcome).increment();
  }
}
