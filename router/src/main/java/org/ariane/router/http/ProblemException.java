package org.ariane.router.http;

import java.io.Serial;

/// Carries a [Problem] out of a handler. Not a fault: no stack trace, nothing logged above debug.
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
