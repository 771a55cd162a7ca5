package org.ariane.router.danger.http;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Optional;
import org.ariane.router.access.Principal;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.danger.AssessmentBook;
import org.ariane.router.danger.DangerAssessment;
import org.ariane.router.danger.DangerPolicy;
import org.ariane.router.dispatch.CaseFile;
import org.ariane.router.dispatch.DeskAnswer;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.LogUnavailableException;
import org.ariane.router.dispatch.json.AssessmentView;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.redlist.RedListQuery;

/// Takes assessments: into the incident they are about, and under the phone and address by which
/// the next alarm finds them. Exercises leave nothing behind.
public final class AssessmentDesk {
  private final DangerPolicy policy;
  private final CaseFile cases;
  private final AssessmentBook book;
  private final InstantSource clock;

  public AssessmentDesk(
      DangerPolicy policy, CaseFile cases, AssessmentBook book, InstantSource clock) {
    this.policy = policy;
    this.cases = cases;
    this.book = book;
    this.clock = clock;
  }

  /// By those who see the incident, or the operator who raised it.
  Reply ofIncident(Principal who, IncidentId id, JsonObject body) {
    DangerAssessment assessment = AnswersReader.assessment(body, policy, clock.instant());
    Incident incident = incident(cases.assess(who, id, assessment));
    Optional<RedListQuery> subject =
        incident.exercise() ? Optional.empty() : Optional.of(incident.situation().redListQuery());
    boolean found = subject.map(known -> keep(known, assessment, who)).orElse(false);
    return reply(incident.assessment().orElse(assessment), found).with(id);
  }

  /// By an operator about a contact of hers.
  ///
  /// @param incident the alarm raised from the contact
  /// @param subject what she knows of the contact; may be empty
  public Reply ofContact(
      Principal operator,
      Optional<IncidentId> incident,
      RedListQuery subject,
      boolean exercise,
      JsonObject body) {
    DangerAssessment assessment = AnswersReader.assessment(body, policy, clock.instant());
    incident.ifPresent(id -> incident(cases.assessOwn(id, assessment)));
    boolean found = !exercise && keep(subject, assessment, operator);
    return reply(assessment, found).of();
  }

  private boolean keep(RedListQuery subject, DangerAssessment assessment, Principal who) {
    try {
      return book.keep(subject, assessment, who) > 0;
    } catch (LogUnavailableException e) {
      throw unavailable();
    }
  }

  private record Answer(DangerAssessment assessment, boolean found) {
    Reply of() {
      return new Reply(201, body());
    }

    Reply with(IncidentId incident) {
      return new Reply(201, body().put("incident", incident.value()));
    }

    private JsonObject body() {
      return new JsonObject()
          .put("assessment", AssessmentView.of(assessment))
          .put("foundNextTime", found);
    }
  }

  private static Answer reply(DangerAssessment assessment, boolean found) {
    return new Answer(assessment, found);
  }

  private static Incident incident(DeskAnswer answer) {
    return switch (answer) {
      case DeskAnswer.Done(Incident incident) -> incident;
      case DeskAnswer.Closed() -> throw Problem.of(409, "closed", "It is closed", "").asException();
      case DeskAnswer.Unavailable() -> throw unavailable();
      case DeskAnswer.Unknown(),
          DeskAnswer.Pending(_),
          DeskAnswer.Left(_),
          DeskAnswer.HeldBy(_),
          DeskAnswer.NotTaken(),
          DeskAnswer.NoSuchReceiver() ->
          throw Problem.notFound().asException();
    };
  }

  private static RuntimeException unavailable() {
    return Problem.of(503, "unavailable", "This cannot be stored now", "Repeat it.")
        .with("retryAfterS", 2)
        .asException();
  }
}
