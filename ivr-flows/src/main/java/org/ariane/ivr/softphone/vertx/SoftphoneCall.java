package org.ariane.ivr.softphone.vertx;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.ivr.softphone.Softphones;
import org.ariane.ivr.softphone.Tickets;
import org.ariane.router.access.Role;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;

/// `POST /v1/desk/softphone`: what a browser needs to be an operator's telephone. The only place
/// that hands it out; the page keeps it in memory.
final class SoftphoneCall {
  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.SUPERVISOR);
  private static final String PAGE = "[A-Za-z0-9-]{8,64}";
  private static final String BEARER = "Bearer ";

  private final Softphones softphones;
  private final Tickets tickets;

  SoftphoneCall(Softphones softphones, Tickets tickets) {
    this.softphones = softphones;
    this.tickets = tickets;
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.post("/v1/desk/softphone", ROLES, this::answer));
  }

  private Reply answer(Exchange exchange) {
    if (softphones.port().isEmpty()) {
      throw Problem.of(503, "no-switch", "This server has no telephone switch", "").asException();
    }
    Softphones.Login login =
        softphones
            .login(exchange.principal().id())
            .orElseThrow(() ->
                Problem.of(409, "no-softphone", "This account has no telephone", "").asException());
    String page =
        Optional.of(exchange.json())
            .map(body -> body.getValue("page"))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .filter(text -> text.matches(PAGE))
            .orElseThrow(
                () -> Problem.of(400, "bad-page", "The page is not named", "/page").asException());
    String token =
        exchange.header("authorization").orElseThrow().substring(BEARER.length()).strip();
    return Reply.ok(
        new JsonObject()
            .put("ticket", tickets.issue(new Tickets.Bearer(exchange.principal(), token, page)))
            .put("expiresInS", tickets.goodFor().toSeconds())
            .put("user", login.user())
            .put("password", login.password()));
  }
}
