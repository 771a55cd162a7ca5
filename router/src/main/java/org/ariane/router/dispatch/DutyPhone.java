package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.priority.PriorityClass;

/// Rings the duty officer of a centre about an incident that nobody took. Who answers hears nothing
/// of what it is before the right PIN was entered, and only PIN and then 1 is "taken".
@FunctionalInterface
public interface DutyPhone {
  /// Blocks until the call is over, some ninety seconds at most; call it on a virtual thread. Never
  /// throws. Interrupting the thread hangs up ([Reason#WITHDRAWN]): do so when somebody else took
  /// the incident while the telephone still rings.
  Answer ring(DutyCall call, Take take);

  /// What the officer is told, and no more: no address, no number, no name.
  ///
  /// @param zone where; empty where the place is unknown
  /// @param languages in which the officer is spoken to, at most the first two that have prompts;
  ///   where there is none, those of the centre's country
  record DutyCall(
      IncidentId incident,
      CentreId centre,
      boolean exercise,
      PriorityClass urgency,
      Optional<ZoneId> zone,
      List<Language> languages) {
    public DutyCall {
      languages = List.copyOf(languages);
    }
  }

  /// Makes the officer the holder. Called at most once in a call, on a virtual thread, after PIN
  /// and 1, while the officer listens: she hears "taken" only after this has returned
  /// [Taking#TAKEN], so return that when it is durable and not before. She waits four seconds; then
  /// she hears that it could not be recorded. What it throws counts as [Taking#NOT_STORED].
  @FunctionalInterface
  interface Take {
    Taking take(Instant at);
  }

  /// What came of trying to take it.
  enum Taking {
    TAKEN,
    /// Somebody else holds it, or it is closed.
    TAKEN_BEFORE,
    /// It could not be made durable.
    NOT_STORED
  }

  /// What came of the call.
  sealed interface Answer {
    /// Stored, and the officer was told so (or hung up after PIN and 1 without waiting for it).
    record Taken(Instant at) implements Answer {}

    /// Stored, but too late: the officer was told that it could not be recorded. Nobody may rely on
    /// it, so give it back.
    record Unconfirmed(Instant at) implements Answer {}

    /// Nobody took it in this call.
    record NotTaken(Reason reason) implements Answer {}
  }

  /// Why nobody took it. The wire name is the constant in lower case with hyphens.
  enum Reason {
    /// No number and PIN is configured for the centre.
    NO_NUMBER,
    /// No trunk is configured.
    NO_TRUNK,
    /// The telephone switch cannot be reached by this server.
    SWITCH_AWAY,
    /// The officer's telephone is busy, or Ariane is just talking with the officer.
    BUSY,
    UNANSWERED,
    /// The trunk refused the call.
    UNREACHABLE,
    /// Three wrong PINs.
    WRONG_PIN,
    /// The officer hung up without taking it.
    HUNG_UP,
    DECLINED,
    /// Answered, but PIN or key did not come in time: perhaps a voicemail.
    TIMEOUT,
    /// The officer wanted to take it but somebody else had.
    TAKEN_BEFORE,
    /// The officer wanted to take it and was told that it could not be recorded.
    NOT_STORED,
    /// The call was ended from here.
    WITHDRAWN;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
