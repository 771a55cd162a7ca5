package org.ariane.ivr.asterisk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.Postcode;
import org.ariane.ivr.flow.AlarmOutcome;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.Receipt;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.contact.ForWhom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Raises the alarm of a caller who pressed the key for the police. The contact's id is the
/// message's id, so that raising it again with the place is an update of the same alarm.
final class AlarmByKey {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmByKey.class);

  private final AlarmIntake intake;
  private final DirectorySource directory;
  private final InstantSource clock;
  private final ExecutorService virtualThreads;
  private final Duration within;

  /// @param within after which the caller is not kept waiting for an answer; shorter than the
  ///   patience of the dialplan with a server
  AlarmByKey(
      AlarmIntake intake,
      DirectorySource directory,
      InstantSource clock,
      ExecutorService virtualThreads,
      Duration within) {
    this.intake = intake;
    this.directory = directory;
    this.clock = clock;
    this.virtualThreads = virtualThreads;
    this.within = within;
  }

  /// What may be said, and the state with the incident where there is one. Never throws.
  Raised raise(CallState state, StepRequest request) {
    Future<Receipt> receipt =
        virtualThreads.submit(() -> intake.take(alarm(state, request, clock.instant())));
    try {
      return switch (receipt.get(within.toMillis(), TimeUnit.MILLISECONDS)) {
        case Receipt.Accepted accepted ->
            new Raised(
                state.alarmed(Optional.of(accepted.incident())),
                outcome(accepted, state.flow().postcode()));
        case Receipt.NotDurable _ -> failed(state, "not durable");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(state, "interrupted");
    } catch (ExecutionException e) {
      LOG.error("raising the alarm of {} failed", state.contact(), e.getCause());
      return failed(state, "fault");
    } catch (TimeoutException _) {
      return failed(state, "no answer in time");
    }
  }

  /// @param state she asked for the police from now on
  record Raised(CallState state, AlarmOutcome outcome) {}

  private static Raised failed(CallState state, String why) {
    LOG.error("alarm of {} is not stored for good: {}", state.contact(), why);
    return new Raised(state.alarmed(state.incident()), AlarmOutcome.FAILED);
  }

  private AlarmOutcome outcome(Receipt.Accepted accepted, Optional<Postcode> place) {
    if (place.isEmpty()) {
      return AlarmOutcome.STORED;
    }
    if (place.flatMap(directory.current()::zoneOf).isEmpty()) {
      return AlarmOutcome.NO_PLACE;
    }
    return accepted.covered() ? AlarmOutcome.STORED : AlarmOutcome.UNCOVERED;
  }

  private static Alarm alarm(CallState state, StepRequest request, Instant now) {
    Optional<Address> address =
        state
            .flow()
            .postcode()
            .map(place ->
                new Address(
                    Optional.empty(),
                    Optional.of(place.digits()),
                    Optional.empty(),
                    Optional.of(place.country().code())));
    return new Alarm(
        new AlarmSource.Call(),
        state.contact().value(),
        fingerprint(state),
        now,
        Optional.of(now),
        Trigger.BUTTON,
        request.phone(),
        Optional.empty(),
        address,
        state.flow().language(),
        Optional.empty(),
        Optional.empty(),
        state.flow().told().forWhom().filter(ForWhom.SOMEONE_ELSE::equals).isPresent(),
        request.exercise(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String fingerprint(CallState state) {
    String content =
        state.contact() + "|" + state.flow().postcode().map(Postcode::digits).orElse("");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
