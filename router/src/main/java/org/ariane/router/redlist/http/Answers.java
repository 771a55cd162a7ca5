package org.ariane.router.redlist.http;

import io.vertx.core.json.JsonObject;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.http.durable.Durable;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListRegister.Outcome;

/// What registrars are answered.
final class Answers {
  private Answers() {}

  /// 503 while the store is away.
  static Endpoint.Handler stored(Endpoint.Handler handler) {
    return Durable.or503("The list cannot be reached now", "Repeat it.", handler);
  }

  static RedListEntryId id(Exchange exchange) {
    String text = exchange.path("id");
    if (!RedListEntryId.isValid(text)) {
      throw Problem.notFound().asException();
    }
    return new RedListEntryId(text);
  }

  static Reply of(Outcome outcome, int done) {
    return switch (outcome) {
      case Outcome.Done(RedListEntry entry) -> new Reply(done, EntryView.of(entry));
      case Outcome.Proposed(RedListEntry entry, boolean partly) ->
          Reply.accepted(
              new JsonObject()
                  .put("id", entry.id().value())
                  .put("status", "proposed")
                  .put(
                      "detail",
                      partly
                          ? "What raises is done; for the rest another registrar must confirm"
                          : "Another registrar of the zone must confirm"));
      case Outcome.Removed(RedListEntryId id) ->
          Reply.ok(new JsonObject().put("id", id.value()).put("status", "removed"));
      case Outcome.Off(ZoneId zone) ->
          throw refused(
              "no-legal-basis",
              "The red list of this zone is off",
              "Two people record its legal basis first: /v1/red-list/zones/"
                  + zone
                  + "/legal-basis");
      case Outcome.SameRegistrar() ->
          throw refused("same-registrar", "Another registrar must confirm", "");
      case Outcome.NotProposed() -> throw refused("not-proposed", "Nothing was proposed", "");
      case Outcome.Waiting() ->
          throw refused("waiting", "Another proposal waits", "Confirm it or withdraw it first.");
      case Outcome.Conflict() -> throw conflict();
      case Outcome.Unknown() -> throw Problem.notFound().asException();
    };
  }

  static RuntimeException conflict() {
    return refused("conflict", "Somebody changed it at the same moment", "Look at it again.");
  }

  static RuntimeException refused(String code, String title, String detail) {
    return Problem.of(409, code, title, detail).asException();
  }
}
