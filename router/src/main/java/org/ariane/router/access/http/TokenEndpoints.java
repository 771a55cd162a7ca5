package org.ariane.router.access.http;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.RevokedTokens;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.access.jwt.JwtIssuer;
import org.ariane.router.access.jwt.JwtTokens;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// Issues and revokes tokens. Revoking is durable and works on every server within seconds.
public final class TokenEndpoints {
  private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

  private final JwtIssuer issuer;
  private final JwtTokens tokens;
  private final RevokedTokens revoked;
  private final Roster roster;
  private final InstantSource clock;

  public TokenEndpoints(
      JwtIssuer issuer,
      JwtTokens tokens,
      RevokedTokens revoked,
      Roster roster,
      InstantSource clock) {
    this.issuer = issuer;
    this.tokens = tokens;
    this.revoked = revoked;
    this.roster = roster;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/v1/accounts/:account/token", ADMIN, this::issue),
        Endpoint.post("/v1/tokens/revocation", ADMIN, this::revoke));
  }

  private Reply issue(Exchange exchange) {
    PrincipalId account = account(exchange.path("account"));
    return new Reply(201, new JsonObject().put("token", issuer.issue(account)));
  }

  private Reply revoke(Exchange exchange) {
    JsonObject body = exchange.json();
    if (body.getValue("token") instanceof String token) {
      revoked.revoke(tokens.idOf(token).orElseThrow(() -> Problem.notFound().asException()));
    } else if (body.getValue("account") instanceof String account) {
      revoked.revokeAll(account(account), clock.instant());
    } else {
      throw Problem.of(
              400,
              "what-to-revoke",
              "Say what to revoke",
              "Send \"token\" for one, or \"account\" for all tokens of an account so far.")
          .asException();
    }
    return Reply.ok(new JsonObject().put("status", "revoked"));
  }

  private PrincipalId account(String text) {
    return roster.all().stream()
        .map(principal -> principal.id())
        .filter(id -> id.value().equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.notFound().asException());
  }
}
