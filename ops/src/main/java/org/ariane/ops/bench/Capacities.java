package org.ariane.ops.bench;

/// Settings of the sample for benchmarks of calls.
final class Capacities {
  private Capacities() {}

  /// More than any benchmark offers, so that nobody is sent elsewhere.
  static String large() {
    return of(1_500, 500);
  }

  static String of(int calls, int perSecond) {
    return """
    telephony:
      fallback-number: "+33199000099"
      capacity:
        calls: %d
        per-second: %d
    """
        .formatted(calls, perSecond);
  }
}
