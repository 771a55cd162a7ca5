package org.ariane.router.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.Trigger;

/// One alarm of an incident, as far as its sender may ask for it again.
///
/// @param scope of its sender, see [org.ariane.router.alarm.AlarmSource#scope]
/// @param fingerprints of all contents heard under its id, so that a late repeat is no update
/// @param cancelledAt when its sender called it off; the sender sees nothing that came later
/// @param duress whether any cancellation came with a code that is not known to be the safe one
/// @param safeCode digest of the code by which she calls it off, see [CancellationCode]
/// @param degraded what its sender was told
/// @param apart what this alarm alone said, where it is not added up with that of the others: in a
///   notice about many
public record RaisedAlarm(
    AlarmId id,
    String scope,
    String sourceKind,
    Trigger trigger,
    List<String> fingerprints,
    Instant receivedAt,
    Optional<Instant> cancelledAt,
    boolean duress,
    Optional<String> safeCode,
    List<String> degraded,
    Optional<Situation> apart) {
  private static final int MOST_FINGERPRINTS = 64;

  public RaisedAlarm {
    fingerprints = List.copyOf(fingerprints);
    degraded = List.copyOf(degraded);
  }

  public static RaisedAlarm of(AlarmId id, Alarm alarm, List<String> degraded) {
    return new RaisedAlarm(
        id,
        alarm.source().scope(),
        alarm.source().kind(),
        alarm.trigger(),
        List.of(alarm.fingerprint()),
        alarm.receivedAt(),
        Optional.empty(),
        false,
        alarm.safeCode().map(code -> CancellationCode.digest(id, code)),
        degraded,
        Optional.empty());
  }

  /// One of many in a notice, which keeps what it said to itself.
  static RaisedAlarm oneOfMany(AlarmId id, Alarm alarm) {
    RaisedAlarm raised = of(id, alarm, alarm.degraded());
    return new RaisedAlarm(
        id,
        raised.scope,
        raised.sourceKind,
        raised.trigger,
        raised.fingerprints,
        raised.receivedAt,
        raised.cancelledAt,
        raised.duress,
        raised.safeCode,
        raised.degraded,
        Optional.of(Situation.UNKNOWN.with(alarm, List.of())));
  }

  public boolean heard(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }

  /// Other content came under the same id.
  public RaisedAlarm updated(Alarm alarm, List<String> newlyDegraded) {
    List<String> longer = new ArrayList<>(fingerprints);
    longer.add(alarm.fingerprint());
    int from = Math.max(0, longer.size() - MOST_FINGERPRINTS);
    return new RaisedAlarm(
        id,
        scope,
        sourceKind,
        alarm.trigger(),
        longer.subList(from, longer.size()),
        receivedAt,
        cancelledAt,
        duress,
        safeCode.or(() -> alarm.safeCode().map(code -> CancellationCode.digest(id, code))),
        newlyDegraded,
        apart);
  }

  /// The first cancellation counts, and one under duress stays so.
  public RaisedAlarm cancelled(Instant at, boolean underDuress) {
    return new RaisedAlarm(
        id,
        scope,
        sourceKind,
        trigger,
        fingerprints,
        receivedAt,
        cancelledAt.or(() -> Optional.of(at)),
        duress || underDuress,
        safeCode,
        degraded,
        apart);
  }

  /// The same alarm, which was in another incident before: what was heard there still holds.
  RaisedAlarm continuing(RaisedAlarm before) {
    List<String> heard = new ArrayList<>(before.fingerprints());
    heard.addAll(fingerprints);
    return new RaisedAlarm(
        id,
        scope,
        sourceKind,
        trigger,
        heard,
        before.receivedAt(),
        before.cancelledAt(),
        before.duress(),
        before.safeCode().or(() -> safeCode),
        degraded,
        Optional.empty());
  }
}
