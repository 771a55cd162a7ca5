package org.ariane.ivr.telephony;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips a test where there is no Docker, no SIPp or no image, and says so; with `ARIANE_CI=1` it
/// runs and fails instead.
public final class NeedsTelephony implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if ("1".equals(System.getenv("ARIANE_CI"))) {
      return ConditionEvaluationResult.enabled("nothing may be skipped");
    }
    Optional<String> missing = Asterisk.missing();
    return missing.isPresent()
        ? ConditionEvaluationResult.disabled("no telephony here: " + missing.get())
        : ConditionEvaluationResult.enabled("Docker, SIPp and the image are there");
  }
}
