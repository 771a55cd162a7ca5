package org.ariane.directory.schedule;

/// Carries the reason out of the depth of a rule; never leaves the package.
final class NotUnderstood extends Exception {
  NotUnderstood(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
