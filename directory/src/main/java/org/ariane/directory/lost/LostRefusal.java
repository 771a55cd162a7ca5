package org.ariane.directory.lost;

import java.io.Serial;

/// Carries a [LostFault] out of the reading of a request. Not a fault of ours: no stack trace.
final class LostRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient LostFault fault;

  LostRefusal(LostFault fault) {
    super(fault.message(), null, false, false);
    this.fault = fault;
  }

  LostFault fault() {
    return fault;
  }
}
