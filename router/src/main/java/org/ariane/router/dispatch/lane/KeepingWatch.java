package org.ariane.router.dispatch.lane;

import java.util.List;
import java.util.concurrent.Executor;
import org.ariane.router.dispatch.DutyCaller;
import org.ariane.router.dispatch.Escalation;
import org.ariane.router.exclusion.ConflictWatch;
import org.ariane.router.http.Endpoint;

/// Nothing waits for ever: what nobody takes goes on along its chain, to a telephone in the end;
/// what somebody barred holds is taken from him.
final class KeepingWatch implements LanePart {
  final DutyCaller dutyCaller;
  private final Escalation escalation;
  private final ConflictWatch conflicts;

  KeepingWatch(Foundations on, CaseWork cases) {
    AlarmLaneParts given = on.given;
    dutyCaller =
        new DutyCaller(on.changes, on.board, given.clock(), on.meters, given.virtualThreads());
    escalation =
        new Escalation(
            on.log, on.changes, on.board, on.links, dutyCaller, given.clock(), on.meters);
    conflicts =
        new ConflictWatch(cases.exclusions, on.board, on.changes, given.roster(), given.clock());
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public void start(Executor virtualThreads) {
    escalation.start(virtualThreads);
    conflicts.start(virtualThreads);
  }

  @Override
  public void close() {
    escalation.close();
    conflicts.close();
  }
}
