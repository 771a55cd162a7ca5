package org.ariane.router.access;

import java.util.Locale;

/// What a principal is here for. The wire name is the constant in lower case.
public enum Role {
  APP,
  OPERATOR,
  SUPERVISOR,
  DISPATCHER,
  REGISTRAR,
  OVERSIGHT,
  COORDINATOR,
  ADMIN,
  /// The own system of one or several services.
  SERVICE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
