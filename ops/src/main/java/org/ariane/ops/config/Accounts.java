package org.ariane.ops.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Roster;

/// The accounts of this server, as read at start.
public final class Accounts implements Roster {
  private final List<Principal> all;
  private final Map<PrincipalId, AppTerms> apps;
  private final Map<PrincipalId, Principal> byId = new HashMap<>();

  /// @param apps what was agreed with those apps for which not the standard holds
  public Accounts(List<Principal> all, Map<PrincipalId, AppTerms> apps) {
    this.all = List.copyOf(all);
    this.apps = Map.copyOf(apps);
    all.forEach(principal -> byId.put(principal.id(), principal));
  }

  @Override
  public Optional<Principal> find(PrincipalId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public AppTerms terms(PrincipalId app) {
    return apps.getOrDefault(app, AppTerms.STANDARD);
  }

  @Override
  public List<Principal> all() {
    return all;
  }
}
