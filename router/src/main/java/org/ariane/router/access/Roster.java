package org.ariane.router.access;

import java.util.List;
import java.util.Optional;

/// All accounts of this server.
public interface Roster {
  Optional<Principal> find(PrincipalId id);

  List<Principal> all();

  /// What was agreed with an app.
  default AppTerms terms(PrincipalId app) {
    return AppTerms.STANDARD;
  }

  /// Those who answer contacts at desks and telephones.
  default List<Principal> operators() {
    return all().stream().filter(principal -> principal.has(Role.OPERATOR)).toList();
  }
}
