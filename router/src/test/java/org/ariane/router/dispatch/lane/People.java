package org.ariane.router.dispatch.lane;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.AppTerms;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.access.Tokens;

/// Everybody in the tests. The token of an account is its id.
public enum People {
  APP_1(Role.APP, ""),
  APP_2(Role.APP, ""),
  DISPATCHER_1(Role.DISPATCHER, "fr-94-cic"),
  DISPATCHER_2(Role.DISPATCHER, "fr-94-cic"),
  DISPATCHER_3(Role.DISPATCHER, "fr-59-cic"),
  SUPERVISOR_1(Role.SUPERVISOR, "fr-94-cic"),
  COORDINATOR_1(Role.COORDINATOR, ""),
  OPERATOR_2(Role.OPERATOR, ""),
  REGISTRAR_1(Role.REGISTRAR, ""),
  REGISTRAR_2(Role.REGISTRAR, ""),
  OPERATOR_1(Role.OPERATOR, ""),
  OVERSIGHT_1(Role.OVERSIGHT, "");

  private final Role role;
  private final String centre;

  People(Role role, String centre) {
    this.role = role;
    this.centre = centre;
  }

  public String token() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public Principal principal() {
    Set<ZoneId> zones = role == Role.REGISTRAR ? Set.of(SmallDirectory.MAISONS_ALFORT) : Set.of();
    Optional<CentreId> seat = Optional.of(centre).filter(id -> !id.isEmpty()).map(CentreId::new);
    return new Principal(
        new PrincipalId(token()),
        role,
        Optional.empty(),
        List.of(),
        zones,
        seat,
        seat.map(id -> token().substring(token().length() - 1)),
        Set.of(),
        this == REGISTRAR_1,
        Set.of());
  }

  static Tokens tokens() {
    return token -> find(new PrincipalId(token));
  }

  static Roster roster() {
    return new Roster() {
      @Override
      public Optional<Principal> find(PrincipalId id) {
        return People.find(id);
      }

      @Override
      public AppTerms terms(PrincipalId app) {
        AppTerms standard = AppTerms.STANDARD;
        return new AppTerms(
            standard.perSecond(), standard.burst(), app.value().equals(APP_1.token()));
      }

      @Override
      public List<Principal> all() {
        return Arrays.stream(values()).map(People::principal).toList();
      }
    };
  }

  private static Optional<Principal> find(PrincipalId id) {
    return Arrays.stream(values())
        .map(People::principal)
        .filter(principal -> principal.id().equals(id))
        .findFirst();
  }
}
