package org.ariane.router.plan.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectorySource;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.yaml.DirectoryLoad;
import org.ariane.directory.yaml.DirectoryProblem;
import org.ariane.router.access.Role;
import org.ariane.router.contact.Danger;
import org.ariane.router.directory.http.BodyFields;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.plan.MadeUpDay;
import org.ariane.router.plan.PolicyTrial;
import org.ariane.router.plan.RouteRequest;

/// `GET /v1/policies`: those in force, and their text. `POST /v1/policies/trial`: whether a text of
/// policies is right, and what it would change over a day of made-up contacts. Nothing is put into
/// force; that is done by the file in the directory's folder.
public final class PolicyCalls {
  private static final Set<Role> ROLES = Set.of(Role.COORDINATOR);
  private static final String FILE = "policies.yaml";
  private static final int LONGEST = 200_000;
  private static final int CONTACTS = 9_600;
  private static final int SHOWN = 50;
  private static final ZoneId CLOCK = ZoneId.of("Europe/Paris");

  private final DirectorySource directory;
  private final Folder folder;
  private final PhoneNumber fallback;
  private final InstantSource clock;
  private final Semaphore oneAtATime = new Semaphore(1);

  /// The folder of the directory. Blocking IO.
  public interface Folder {
    /// The directory with one file replaced, read but not put into force.
    DirectoryLoad draft(String file, String text);

    /// A file as it is now; empty where there is none.
    Optional<String> text(String file);
  }

  public PolicyCalls(
      DirectorySource directory, Folder folder, PhoneNumber fallback, InstantSource clock) {
    this.directory = directory;
    this.folder = folder;
    this.fallback = fallback;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/v1/policies", ROLES, exchange -> inForce()),
        Endpoint.post("/v1/policies/trial", ROLES, this::trial));
  }

  private Reply inForce() {
    JsonArray policies = new JsonArray();
    directory.current().policies().policies().forEach(policy -> policies.add(policy.id().value()));
    return Reply.ok(
        new JsonObject()
            .put("policyVersion", directory.current().policies().version())
            .put("policies", policies)
            .put("text", folder.text(FILE).orElse("")));
  }

  private Reply trial(Exchange exchange) {
    JsonObject body = exchange.json();
    BodyFields fields = new BodyFields(body);
    String text = body.getValue("policies") instanceof String written ? written : "";
    if (text.isBlank() || text.length() > LONGEST) {
      fields.wrong("policies", "the text of policies.yaml, up to " + LONGEST + " characters");
    }
    Instant at = fields.instant("at", clock.instant()).orElse(clock.instant());
    fields.check();
    if (!oneAtATime.tryAcquire()) {
      throw Problem.of(
              429, "one-at-a-time", "Another trial is running", "Try again in a few seconds")
          .asException();
    }
    try {
      return switch (folder.draft(FILE, text)) {
        case DirectoryLoad.Rejected(List<DirectoryProblem> problems) -> Reply.ok(wrong(problems));
        case DirectoryLoad.Loaded(Directory draft) -> Reply.ok(compared(draft, at));
      };
    } finally {
      oneAtATime.release();
    }
  }

  private static JsonObject wrong(List<DirectoryProblem> problems) {
    JsonArray all = new JsonArray();
    problems.forEach(problem ->
        all.add(
            new JsonObject()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("reason", problem.reason())));
    return new JsonObject().put("valid", false).put("problems", all);
  }

  private JsonObject compared(Directory draft, Instant at) {
    Directory now = directory.current();
    List<MadeUpDay.Made> day =
        MadeUpDay.contacts(now, at.atZone(CLOCK).toLocalDate(), CLOCK, CONTACTS);
    PolicyTrial trial = PolicyTrial.of(now, draft, day, fallback, SHOWN);
    JsonArray changes = new JsonArray();
    trial.changes().forEach(change -> changes.add(change(change)));
    return new JsonObject()
        .put("valid", true)
        .put("policyVersion", draft.policies().version())
        .put("examples", draft.policies().examples().size())
        .put("contacts", trial.contacts())
        .put("changed", trial.changed())
        .put("changes", changes);
  }

  private static JsonObject change(PolicyTrial.Change change) {
    RouteRequest request = change.contact().request();
    return new JsonObject()
        .put("line", request.line().value())
        .put("channel", request.channel().name().toLowerCase(Locale.ROOT))
        .put("postcode", request.postcode().map(Postcode::digits).orElse(null))
        .put("language", request.language().map(Language::tag).orElse(null))
        .put("danger", request.danger() != Danger.NONE)
        .put(
            "at",
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(change.contact().at().atZone(CLOCK)))
        .put("before", outcome(change.before()))
        .put("after", outcome(change.after()));
  }

  private static JsonObject outcome(PolicyTrial.Outcome outcome) {
    return new JsonObject()
        .put("policy", outcome.policy().value())
        .put("steps", new JsonArray(outcome.steps()));
  }
}
