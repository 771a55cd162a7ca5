package org.ariane.router.dispatch.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.router.access.Role;
import org.ariane.router.dispatch.CentreLinks;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;

/// The centres, and whether each can be told of an alarm now.
public final class CentreEndpoints {
  private static final Set<Role> ROLES =
      Set.of(Role.COORDINATOR, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN);

  private final DirectorySource directory;
  private final CentreLinks links;

  public CentreEndpoints(DirectorySource directory, CentreLinks links) {
    this.directory = directory;
    this.links = links;
  }

  public List<Endpoint> all() {
    return List.of(Endpoint.get("/v1/centres", ROLES, this::list));
  }

  private Reply list(Exchange exchange) {
    JsonArray centres = new JsonArray();
    directory.current().centres().forEach(centre -> centres.add(view(centre)));
    return Reply.ok(new JsonObject().put("centres", centres));
  }

  private JsonObject view(DispatchCentre centre) {
    JsonObject link = new JsonObject().put("consoles", links.screens(centre.id()));
    if (!links.isPosted(centre.id())) {
      link.put("state", "none");
    } else {
      links
          .link(centre.id())
          .ifPresentOrElse(
              last ->
                  link.put("state", last.up() ? "answers" : "failing")
                      .put("since", last.since().toString()),
              () -> link.put("state", "untried"));
    }
    return new JsonObject()
        .put("id", centre.id().value())
        .put("name", centre.name())
        .put("country", centre.country().code())
        .put("sample", centre.sample())
        .put("link", link);
  }
}
