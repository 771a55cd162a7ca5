package org.ariane.router.dispatch.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ExpectedDelay;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.router.access.Affiliation;
import org.ariane.router.alarm.Address;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.Fix;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.dispatch.Handling;
import org.ariane.router.dispatch.Holder;
import org.ariane.router.dispatch.Incident;
import org.ariane.router.dispatch.Ownership;
import org.ariane.router.dispatch.RaisedAlarm;
import org.ariane.router.dispatch.Situation;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.priority.Priority;
import org.jspecify.annotations.Nullable;

/// An incident as its centre sees it. Without the phone number, which nobody needs to act and a
/// reflex would ring.
public final class IncidentView {
  private IncidentView() {}

  public static JsonObject of(Incident incident) {
    Ownership owner = incident.ownership();
    Situation situation = incident.situation();
    Handling handling = incident.handling();
    JsonObject view =
        new JsonObject()
            .put("id", incident.id().value())
            .put("state", incident.state().wireName())
            .put("progress", handling.progress().wireName())
            .put("zone", owner.zone().map(ZoneId::value).orElse(null))
            .put("centre", owner.centre().value())
            .put("owner", owner(owner))
            .put("told", array(owner.told().stream().map(CentreId::value).toList()))
            .put("exercise", incident.exercise())
            .put("priority", priority(incident.priority()))
            .put("orders", array(incident.orders().stream().map(IncidentView::order).toList()))
            .put(
                "alarms",
                array(
                    incident.alarms().stream().map(RaisedAlarm::id).map(AlarmId::value).toList()));
    owner.nowIn().ifPresent(zone -> view.put("nowIn", zone.value()));
    owner.expectedDelay().ifPresent(delay -> view.put("expectedDelay", delay(delay)));
    view.put(
        "sources",
        array(incident.alarms().stream().map(RaisedAlarm::sourceKind).distinct().toList()));
    if (incident.features().triggers().equals(Set.of(Trigger.CHECK_IN_MISSED))) {
      view.put("confirmFirst", true);
    }
    if (incident.isOutage()) {
      view.put("outage", outage(incident));
    }
    situation.fix().ifPresent(fix -> view.put("position", fix(fix)));
    List<Fix> track = situation.track().fixes();
    if (track.size() > 1) {
      view.put("track", array(track.stream().map(IncidentView::fix).toList()));
    }
    situation.address().ifPresent(address -> view.put("address", address(address)));
    situation.language().map(Language::tag).ifPresent(tag -> view.put("language", tag));
    situation.canTalk().ifPresent(can -> view.put("canTalk", can));
    if (situation.forSomeoneElse()) {
      view.put("forSomeoneElse", true);
    }
    if (situation.phone().isPresent()) {
      view.put("hasNumber", true);
    }
    putSome(view, "notes", situation.notes().texts());
    putSome(view, "raw", situation.raw().texts());
    view.put("callback", incident.manner().callback().wireName())
        .put("approach", incident.manner().approach().wireName());
    incident
        .features()
        .redList()
        .ifPresent(mark ->
            view.put(
                "redList",
                new JsonObject()
                    .put("seriousness", mark.seriousness())
                    .put("reason", mark.reasonCode())));
    AssessmentView.put(view, incident);
    view.put("doNotSend", array(incident.barred().stream().map(IncidentView::barred).toList()))
        .put("holder", handling.holder().map(IncidentView::holder).orElse(null));
    handling
        .rejection()
        .ifPresent(asked ->
            view.put(
                "rejection", holder(asked.by()).put("cause", asked.cause()).put("pending", true)));
    handling.outcome().ifPresent(outcome -> view.put("outcome", outcome(outcome)));
    putSome(view, "cancellations", cancellations(incident));
    view.put("round", owner.round())
        .put("deadline", owner.deadline().map(IncidentView::time).orElse(null))
        .put("history", array(handling.history().stream().map(IncidentView::happened).toList()))
        .put("degraded", array(situation.degraded()))
        .put("createdAt", time(incident.createdAt()))
        .put("updatedAt", time(incident.updatedAt()));
    if (!incident.durable()) {
      view.put("notDurable", true);
    }
    return view;
  }

  /// What a centre is told of an incident that left it: nothing more, but that it is an exercise.
  public static JsonObject moved(Incident incident) {
    JsonObject view = moved(incident.id());
    return incident.exercise() ? view.put("exercise", true) : view;
  }

  public static JsonObject moved(IncidentId id) {
    return new JsonObject().put("id", id.value()).put("state", "moved");
  }

  public static JsonObject holder(Holder holder) {
    return new JsonObject()
        .put("role", holder.role().wireName())
        .put("centre", holder.centre().value())
        .put("position", holder.position().orElse(null))
        .put("at", time(holder.at()));
  }

  public static JsonObject priority(Priority priority) {
    JsonArray reasons = new JsonArray();
    priority
        .reasons()
        .forEach(reason ->
            reasons.add(
                new JsonObject()
                    .put("code", reason.code())
                    .put("weight", reason.weight())
                    .put("text", reason.text())));
    return new JsonObject()
        .put("class", priority.urgency().wireName())
        .put("score", priority.score())
        .put("policyVersion", priority.policyVersion())
        .put("reasons", reasons);
  }

  static JsonObject fix(Fix fix) {
    JsonObject json =
        new JsonObject().put("lat", fix.position().lat()).put("lon", fix.position().lon());
    fix.accuracyM().ifPresent(metres -> json.put("accuracyM", number(metres)));
    fix.method().ifPresent(method -> json.put("method", method));
    fix.at().ifPresent(at -> json.put("at", time(at)));
    return json;
  }

  static JsonObject address(Address address) {
    JsonObject json = new JsonObject();
    address.text().ifPresent(text -> json.put("text", text));
    address.postcode().ifPresent(postcode -> json.put("postcode", postcode));
    address.city().ifPresent(city -> json.put("city", city));
    address.country().ifPresent(country -> json.put("country", country));
    return json;
  }

  static JsonObject outcome(Handling.Outcome outcome) {
    JsonObject json = new JsonObject().put("outcome", outcome.code());
    outcome.note().ifPresent(note -> json.put("note", note));
    return json;
  }

  public static JsonObject order(CourtOrder order) {
    JsonObject json =
        new JsonObject()
            .put("id", order.id().value())
            .put("kind", order.kind().wireName())
            .put("court", order.court())
            .put("until", order.until().toString())
            .put("status", order.status().wireName());
    return order.breached() ? json.put("breached", true) : json;
  }

  /// How many, and what each of them said, which is added up with nothing.
  private static JsonObject outage(Incident notice) {
    return new JsonObject()
        .put("missed", notice.missedTogether())
        .put(
            "alarms",
            array(
                notice.alarms().stream()
                    .flatMap(raised -> raised.apart().map(own -> said(raised, own)).stream())
                    .toList()));
  }

  private static JsonObject said(RaisedAlarm raised, Situation own) {
    JsonObject view = new JsonObject().put("alarm", raised.id().value());
    own.fix().ifPresent(fix -> view.put("position", fix(fix)));
    own.address().ifPresent(address -> view.put("address", address(address)));
    own.language().map(Language::tag).ifPresent(tag -> view.put("language", tag));
    putSome(view, "notes", own.notes().texts());
    return view;
  }

  /// Who answers for it now.
  static JsonObject owner(Ownership owner) {
    return new JsonObject()
        .put("centre", owner.centre().value())
        .put("post", owner.owner().post().wireName())
        .put("since", time(owner.since()));
  }

  static JsonObject delay(ExpectedDelay delay) {
    return new JsonObject().put("minutes", delay.minutes()).put("source", delay.source());
  }

  static JsonObject barred(Affiliation barred) {
    return new JsonObject().put("kind", barred.kind().wireName()).put("ref", barred.ref());
  }

  static JsonObject happened(Handling.Happened happened) {
    return new JsonObject()
        .put("at", time(happened.at()))
        .put("what", happened.what())
        .put("about", happened.about());
  }

  static JsonArray array(List<?> items) {
    JsonArray array = new JsonArray();
    items.forEach(array::add);
    return array;
  }

  public static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  static @Nullable String time(Optional<Instant> at) {
    return at.map(IncidentView::time).orElse(null);
  }

  private static Object number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return whole ? (Object) (long) value : (Object) value;
  }

  private static List<JsonObject> cancellations(Incident incident) {
    return incident.alarms().stream()
        .filter(raised -> raised.cancelledAt().isPresent())
        .map(raised ->
            new JsonObject()
                .put("alarm", raised.id().value())
                .put("at", time(raised.cancelledAt()))
                .put("duress", raised.duress()))
        .toList();
  }

  private static void putSome(JsonObject json, String name, List<?> items) {
    if (!items.isEmpty()) {
      json.put(name, array(items));
    }
  }
}
