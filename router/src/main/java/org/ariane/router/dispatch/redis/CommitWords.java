package org.ariane.router.dispatch.redis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.Commit;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.dispatch.Notice;
import org.ariane.router.dispatch.json.IncidentView;
import org.ariane.router.dispatch.json.StoredIncident;
import org.ariane.router.redlist.IndexKeys;

/// Puts a [Commit] into the words of `commit.lua`.
final class CommitWords {
  static final String PHONE = "alarm-phone";

  /// Within it another alarm of the same phone joins.
  private static final Duration JOIN_WINDOW = Duration.ofMinutes(30);

  /// How long a closed incident is kept: the French decree allows eight days at most.
  private static final Duration KEEP = Duration.ofDays(3);

  private final IndexKeys names;
  private final String server;

  CommitWords(IndexKeys names, String server) {
    this.names = names;
    this.server = server;
  }

  List<String> of(Commit commit) {
    Incident next = commit.next();
    JsonObject words =
        new JsonObject()
            .put("id", next.id().value())
            .put("version", next.version())
            .put("by", server)
            .put("keepMs", KEEP.toMillis());
    commit
        .alarm()
        .ifPresent(
            alarm -> words.put("seen", Keys.digest(alarm.key())).put("alarm", alarm.id().value()));
    commit
        .join()
        .ifPresent(join ->
            words
                .put("phone", names.primary(PHONE, Keys.joining(join.key())))
                .put("phoneBefore", join.before().map(IncidentId::value).orElse(""))
                .put("phoneMs", JOIN_WINDOW.toMillis()));
    next.ownership()
        .deadline()
        .ifPresent(deadline -> words.put("deadline", deadline.toEpochMilli()));
    if (next.is(IncidentState.CLOSED)) {
      words.put("closed", next.updatedAt().toEpochMilli());
    }
    commit
        .delivered()
        .ifPresent(
            done -> words.put("done", done.id().value()).put("doneCentre", done.centre().value()));
    commit
        .matched()
        .ifPresent(matched ->
            words
                .put("matched", matched.entry().value())
                .put("matchedAlarm", matched.alarm().value()));
    List<String> args = new ArrayList<>();
    args.add(words.put("postings", postings(commit)).encode());
    args.add(StoredIncident.write(next).encode());
    String view = IncidentView.of(next).encode();
    commit.postings().forEach(posting -> args.add(body(posting.notice(), next, view)));
    return args;
  }

  private static JsonArray postings(Commit commit) {
    JsonArray postings = new JsonArray();
    for (Commit.Posting posting : commit.postings()) {
      postings.add(
          new JsonObject()
              .put("id", posting.id().value())
              .put("centre", posting.notice().to().value())
              .put("type", posting.notice().kind().wireName())
              .put("kind", posting.notice().kind().name())
              .put("urgency", Double.toString(commit.urgency())));
    }
    return postings;
  }

  private static String body(Notice notice, Incident next, String view) {
    return switch (notice.kind()) {
      case OPENED, UPDATED, TAKEN, CLOSED -> view;
      case MOVED -> IncidentView.moved(next.id()).encode();
    };
  }
}
