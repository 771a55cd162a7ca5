package org.ariane.ivr.asterisk;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.CallbackPhone;
import org.ariane.router.contact.ContactId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes on beside the steps of calls, on one virtual thread of its own and in order: a caller
/// never waits for it. Those who listen plug in after the line is open.
final class Asides implements CallbackPhone.Attempt, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Asides.class);

  private final ExecutorService order =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("asides").factory());
  private volatile CallerWatch watch = CallerWatch.NONE;
  private volatile Optional<CallbackPhone.Attempt> callbacks = Optional.empty();

  void attend(CallerWatch listener, CallbackPhone.Attempt attempts) {
    watch = listener;
    callbacks = Optional.of(attempts);
  }

  /// After a step was answered: whether this is where her silence reached a human.
  void stepped(StepRequest request, StepReply reply) {
    boolean before = request.state().map(state -> state.flow().silent()).orElse(false);
    if (!before && reply.state().flow().silent()) {
      request
          .phone()
          .ifPresent(
              phone -> later(it -> it.silent(reply.state().contact(), phone, request.exercise())));
    }
  }

  void pressed(ContactId contact, char key, Instant at) {
    later(it -> it.pressed(contact, key, at));
  }

  void gone(ContactId contact) {
    later(it -> it.gone(contact));
  }

  private void later(Consumer<CallerWatch> what) {
    if (order.isShutdown()) {
      return;
    }
    order.execute(() -> {
      try {
        what.accept(watch);
      } catch (RuntimeException e) {
        LOG.error("something beside a call was not done", e);
      }
    });
  }

  /// Asked by the operator's own telephone, which waits for it.
  @Override
  public Optional<PhoneNumber> number(CallbackId id, PrincipalId operator) {
    return callbacks.flatMap(known -> known.number(id, operator));
  }

  @Override
  public void ended(CallbackId id, String outcome) {
    later(it -> callbacks.ifPresent(known -> known.ended(id, outcome)));
  }

  @Override
  public void close() {
    order.shutdown();
  }
}
