package org.ariane.router.dispatch.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.Commit;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.IncidentState;
import org.ariane.router.dispatch.Notice;
import org.ariane.router.dispatch.json.IncidentView;
import org.ariane.router.dispatch.json.JsonText;
import org.ariane.router.dispatch.json.StoredDecision;
import org.ariane.router.dispatch.json.StoredIncident;
import org.ariane.router.redlist.IndexKeys;

/// Puts a [Commit] into the words of `commit.lua`, in its order.
final class CommitWords {
  static final String PHONE = "alarm-phone";

  /// Within it another alarm of the same phone joins.
  private static final Duration JOIN_WINDOW = Duration.ofMinutes(30);

  /// How long a closed incident is kept: the French decree allows eight days at most.
  private static final Duration KEEP = Duration.ofDays(3);

  private static final String NONE = "";

  private final IndexKeys names;
  private final String server;

  CommitWords(IndexKeys names, String server) {
    this.names = names;
    this.server = server;
  }

  /// What stands once before the changes of a batch.
  List<String> head() {
    return List.of(server, Long.toString(KEEP.toMillis()), Long.toString(JOIN_WINDOW.toMillis()));
  }

  List<String> of(Commit commit) {
    Incident next = commit.next();
    List<String> words = new ArrayList<>();
    words.add(next.id().value());
    words.add(Long.toString(next.version()));
    words.add(JsonText.of(StoredIncident.write(next)));
    words.add(next.ownership().deadline().map(CommitWords::millis).orElse(NONE));
    words.add(next.is(IncidentState.CLOSED) ? millis(next.updatedAt()) : NONE);
    words.add(commit.alarm().map(alarm -> Keys.digest(alarm.key())).orElse(NONE));
    words.add(commit.alarm().map(alarm -> alarm.id().value()).orElse(NONE));
    phone(commit.join(), words);
    words.add(commit.delivered().map(done -> done.id().value()).orElse(NONE));
    words.add(commit.delivered().map(done -> done.centre().value()).orElse(NONE));
    words.add(commit.matched().map(matched -> matched.entry().value()).orElse(NONE));
    words.add(commit.matched().map(matched -> matched.alarm().value()).orElse(NONE));
    words.add(decision(commit));
    postings(commit, words);
    return words;
  }

  /// Who did not look must not overlook an index under an older secret either.
  private void phone(Optional<Commit.Join> told, List<String> words) {
    if (told.isEmpty()) {
      words.addAll(List.of(NONE, NONE, "0"));
      return;
    }
    Commit.Join join = told.get();
    List<String> all = names.of(PHONE, Keys.joining(join.key()));
    List<String> others = join.looked() ? List.of() : all.subList(1, all.size());
    words.add(all.getFirst());
    words.add(join.before().map(IncidentId::value).orElse(NONE));
    words.add(Integer.toString(others.size()));
    words.addAll(others);
  }

  private static String decision(Commit commit) {
    return commit.decided()
        ? JsonText.of(StoredDecision.write(commit.next(), commit.urgency()))
        : NONE;
  }

  private static void postings(Commit commit, List<String> words) {
    words.add(Integer.toString(commit.postings().size()));
    String view = NONE;
    for (Commit.Posting posting : commit.postings()) {
      Notice notice = posting.notice();
      if (view.isEmpty() && notice.kind() != Notice.Kind.MOVED) {
        view = JsonText.of(IncidentView.of(commit.next()));
      }
      words.add(posting.id().value());
      words.add(notice.to().value());
      words.add("{\"type\":\"" + notice.kind().wireName() + "\",\"sequence\":");
      words.add(",\"incident\":" + body(notice, commit.next(), view) + "}");
      words.add(notice.kind().name());
      words.add(Double.toString(commit.urgency()));
    }
  }

  private static String body(Notice notice, Incident next, String view) {
    return switch (notice.kind()) {
      case OPENED, UPDATED, TAKEN, CLOSED -> view;
      case MOVED -> IncidentView.moved(next).encode();
    };
  }

  private static String millis(Instant at) {
    return Long.toString(at.toEpochMilli());
  }
}
