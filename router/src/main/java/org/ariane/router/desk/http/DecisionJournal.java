package org.ariane.router.desk.http;

import java.util.function.Consumer;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.Decision;
import org.ariane.router.assignment.Effect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each decision of the switchboard into the log: ids and reason codes only.
final class DecisionJournal implements Consumer<Effect> {
  private static final Logger LOG = LoggerFactory.getLogger("org.ariane.decisions");

  @Override
  public void accept(Effect effect) {
    if (effect instanceof Effect.Decided(Decision decision)) {
      LOG.info(
          "contact {} {} {} operator={} passed-over={}",
          decision.contact(),
          decision.code(),
          decision.detail(),
          decision.chosen().map(PrincipalId::value).orElse("-"),
          decision.passedOver());
    }
  }

  static void fault(RuntimeException e) {
    LOG.error("a channel or watcher of the switchboard failed", e);
  }
}
