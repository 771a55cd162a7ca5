package org.ariane.ops.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Roster;

/// The accounts of this server, as read at start.
public final class Accounts implements Roster {
  private final List<Principal> all;
  private final Map<PrincipalId, Principal> byId = new HashMap<>();

  public Accounts(List<Principal> all) {
    this.all = List.copyOf(all);
    all.forEach(principal -> byId.put(principal.id(), principal));
  }

  @Override
  public Optional<Principal> find(PrincipalId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Principal> all() {
    return all;
  }
}
