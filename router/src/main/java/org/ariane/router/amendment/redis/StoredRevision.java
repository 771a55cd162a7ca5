package org.ariane.router.amendment.redis;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.amendment.Content;
import org.ariane.router.amendment.Revision;

/// Revisions as they are stored; their number is the name under which they are.
final class StoredRevision {
  private static final String ENTRY = "entry";
  private static final String WITHDRAWN = "withdrawn";
  private static final String STATE = "state";

  private StoredRevision() {}

  static String write(Revision revision) {
    JsonObject json =
        new JsonObject()
            .put("at", revision.at().toString())
            .put("by", revision.by().value())
            .put("service", revision.service().value())
            .put("content", write(revision.content()))
            .put("before", write(revision.before()))
            .put("reason", revision.reason());
    revision.folder().ifPresent(text -> json.put("folder", text));
    return json.encode();
  }

  static Revision read(long number, String text) {
    JsonObject json = new JsonObject(text);
    return new Revision(
        number,
        Instant.parse(json.getString("at")),
        new PrincipalId(json.getString("by")),
        new ServiceId(json.getString("service")),
        read(json.getJsonObject("content")),
        read(json.getJsonObject("before")),
        Optional.ofNullable(json.getString("folder")),
        json.getString("reason"));
  }

  private static JsonObject write(Content content) {
    return switch (content) {
      case Content.Entry(String text) -> new JsonObject().put(ENTRY, text);
      case Content.Withdrawn _ -> new JsonObject().put(STATE, WITHDRAWN);
      case Content.AsInFolder _ -> new JsonObject().put(STATE, "as-in-folder");
    };
  }

  private static Content read(JsonObject json) {
    String entry = json.getString(ENTRY);
    if (entry != null) {
      return new Content.Entry(entry);
    }
    return WITHDRAWN.equals(json.getString(STATE))
        ? new Content.Withdrawn()
        : new Content.AsInFolder();
  }
}
