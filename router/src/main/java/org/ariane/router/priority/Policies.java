package org.ariane.router.priority;

import java.util.Optional;

/// The policy in force and those before it.
public interface Policies {
  PriorityPolicy current();

  /// As it was when decisions named it.
  Optional<PriorityPolicy> version(String name);
}
