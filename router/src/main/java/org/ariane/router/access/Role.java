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
  /// A police social worker, an officer or another professional who sends people on to services.
  REFERRER,
  /// The own system of one or several services.
  SERVICE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
