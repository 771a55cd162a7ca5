package org.ariane.router.amendment.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.ariane.router.amendment.EntryDiff;
import org.ariane.router.amendment.Fault;
import org.ariane.router.amendment.Revision;
import org.ariane.router.amendment.Standing;

/// What coordinators are shown of a service and its revisions. Once a place is protected, what
/// earlier revisions said of it is not shown any more.
final class StandingJson {
  private static final List<String> PLACE = List.of("/site", "/address");

  private StandingJson() {}

  static JsonObject standing(Standing standing, List<Revision> history, boolean hidden) {
    JsonObject json =
        new JsonObject()
            .put("id", standing.service().value())
            .put("revision", standing.revision())
            .put("state", standing.content().wireName())
            .put("inFolder", standing.folder().isPresent())
            .put("conflict", standing.conflict())
            .put("problems", faults(standing.setAside()))
            .put("history", history(history, hidden));
    EntryJson.write(standing.entry().or(() -> shown(standing)))
        .ifPresent(entry -> json.put("entry", entry));
    if (standing.conflict()) {
      Optional<String> then = standing.newest().flatMap(Revision::folder);
      json.put("folderChanges", changes(EntryDiff.between(then, standing.folder()), hidden));
    }
    return json;
  }

  /// Of one that is withdrawn: what it was, so that it can be told what it is about.
  private static Optional<String> shown(Standing standing) {
    return standing
        .newest()
        .flatMap(each -> each.before().text(each.folder()))
        .or(standing::folder);
  }

  static JsonArray history(List<Revision> revisions, boolean hidden) {
    JsonArray array = new JsonArray();
    for (Revision each : revisions) {
      array.add(
          revision(each)
              .put(
                  "changes",
                  changes(
                      EntryDiff.between(
                          each.before().text(each.folder()), each.content().text(each.folder())),
                      hidden)));
    }
    return array;
  }

  static JsonObject revision(Revision revision) {
    return new JsonObject()
        .put("number", revision.number())
        .put("service", revision.service().value())
        .put("at", revision.at().toString())
        .put("by", revision.by().value())
        .put("state", revision.content().wireName())
        .put("reason", revision.reason());
  }

  static JsonArray changes(List<EntryDiff.Change> changes, boolean hidden) {
    JsonArray array = new JsonArray();
    changes.stream()
        .filter(each -> !hidden || PLACE.stream().noneMatch(each.pointer()::startsWith))
        .forEach(change -> {
          JsonObject json = new JsonObject().put("pointer", change.pointer());
          change.before().ifPresent(text -> json.put("before", text));
          change.after().ifPresent(text -> json.put("after", text));
          array.add(json);
        });
    return array;
  }

  static JsonArray faults(List<Fault> faults) {
    JsonArray array = new JsonArray();
    faults.forEach(fault ->
        array.add(new JsonObject().put("pointer", fault.pointer()).put("detail", fault.reason())));
    return array;
  }
}
