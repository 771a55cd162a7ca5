package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.router.access.Role;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.dispatch.CentreSystems;
import org.ariane.router.dispatch.CentreSystems.About;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;

/// The centres, and whether each can be told of an alarm now.
public final class CentreEndpoints {
  private static final Set<Role> ROLES =
      Set.of(Role.COORDINATOR, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);

  private final DirectorySource directory;
  private final CentreLinks links;
  private final CentreSystems systems;
  private final InstantSource clock;

  public CentreEndpoints(
      DirectorySource directory, CentreLinks links, CentreSystems systems, InstantSource clock) {
    this.directory = directory;
    this.links = links;
    this.systems = systems;
    this.clock = clock;
  }

  public List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/centres", ROLES, this::list));
  }

  private Reply list(Exchange exchange) {
    JsonArray centres = new JsonArray();
    directory
        .current()
        .centres()
        .forEach(centre -> centres.add(view(centre, exchange.principal().role())));
    return Reply.ok(new JsonObject().put("centres", centres));
  }

  private JsonObject view(DispatchCentre centre, Role reader) {
    JsonObject link = new JsonObject().put("consoles", links.screens(centre.id()));
    if (!links.isPosted(centre.id())) {
      link.put("state", "none");
    } else {
      links
          .link(centre.id())
          .ifPresentOrElse(
              last -> {
                link.put("state", last.up() ? "answers" : "failing")
                    .put("since", last.since().toString());
                last.lastReceived().ifPresent(at -> link.put("lastReceived", at.toString()));
              },
              () -> link.put("state", "untried"));
    }
    JsonObject view =
        new JsonObject()
            .put("id", centre.id().value())
            .put("name", centre.name())
            .put("country", centre.country().code())
            .put("sample", centre.sample())
            .put("link", link);
    systems.about(centre.id()).ifPresent(about -> describe(about, reader, view));
    return view;
  }

  private void describe(About about, Role reader, JsonObject view) {
    Instant now = clock.instant();
    JsonArray certificates = new JsonArray();
    about
        .certificates()
        .forEach(certificate ->
            certificates.add(
                new JsonObject()
                    .put("side", certificate.side().wireName())
                    .put("until", certificate.until().toString())
                    .put("days", certificate.days(now))
                    .put("expiresSoon", certificate.expiresSoon(now))));
    view.put("format", about.format()).put("certificates", certificates);
    if (reader == Role.COORDINATOR || reader == Role.ADMIN) {
      view.put("publicKey", about.publicKey());
    }
  }
}
