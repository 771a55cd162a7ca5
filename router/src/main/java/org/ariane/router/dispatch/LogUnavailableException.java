package org.ariane.router.dispatch;

import java.io.Serial;

/// The store of incidents cannot be read, or cannot promise that a change survives. A change may
/// have happened all the same; making it again is harmless.
public final class LogUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public LogUnavailableException(String reason) {
    super(reason);
  }

  public LogUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
