package org.ariane.router.dispatch.json;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.danger.DangerLevel;
import org.ariane.router.order.OrderKind;
import org.ariane.router.order.OrderMark;
import org.ariane.router.order.OrderStatus;
import org.ariane.router.priority.Priority;
import org.ariane.router.priority.PriorityClass;
import org.ariane.router.priority.PriorityFeatures;
import org.ariane.router.priority.PriorityReason;
import org.ariane.router.redlist.RedListMark;

/// Decisions of urgency and what they were taken on, as they are stored.
final class StoredPriority {
  private StoredPriority() {}

  static JsonObject features(PriorityFeatures features) {
    JsonObject json =
        new JsonObject()
            .put(
                "triggers",
                IncidentView.array(
                    features.triggers().stream().sorted().map(Trigger::wireName).toList()))
            .put("cannotTalk", features.cannotTalk())
            .put("duress", features.duress())
            .put("repetitions", features.repetitions())
            .put("spanMinutes", features.spanMinutes());
    if (!features.orders().isEmpty()) {
      json.put(
          "orders",
          IncidentView.array(features.orders().stream().map(StoredPriority::order).toList()));
    }
    features.danger().ifPresent(level -> json.put("danger", level.wireName()));
    features
        .redList()
        .ifPresent(mark ->
            json.put(
                "redList",
                new JsonObject()
                    .put("kind", mark.kind().wireName())
                    .put("seriousness", mark.seriousness())
                    .put("reason", mark.reasonCode())));
    return json;
  }

  static PriorityFeatures features(JsonObject json) {
    Set<Trigger> triggers = new HashSet<>();
    Parts.texts(json, "triggers").forEach(name -> triggers.add(Trigger.parse(name).orElseThrow()));
    return new PriorityFeatures(
        triggers,
        json.getBoolean("cannotTalk"),
        json.getBoolean("duress", false),
        Parts.object(json, "redList")
            .map(mark ->
                new RedListMark(
                    RedListMark.Kind.parse(mark.getString("kind")).orElseThrow(),
                    mark.getInteger("seriousness"),
                    mark.getString("reason"))),
        json.getInteger("repetitions"),
        json.getLong("spanMinutes"),
        Parts.objects(json, "orders").map(StoredPriority::order).toList(),
        Parts.text(json, "danger").flatMap(DangerLevel::parse));
  }

  private static JsonObject order(OrderMark mark) {
    return new JsonObject()
        .put("kind", mark.kind().wireName())
        .put("status", mark.status().wireName())
        .put("breached", mark.breached())
        .put("until", mark.until().toString());
  }

  private static OrderMark order(JsonObject json) {
    return new OrderMark(
        OrderKind.parse(json.getString("kind")).orElse(OrderKind.OTHER),
        OrderStatus.parse(json.getString("status")).orElse(OrderStatus.CLAIMED),
        json.getBoolean("breached", false),
        LocalDate.parse(json.getString("until")));
  }

  static Priority priority(JsonObject json) {
    return new Priority(
        PriorityClass.parse(json.getString("class")).orElseThrow(),
        json.getInteger("score"),
        json.getString("policyVersion"),
        Parts.objects(json, "reasons")
            .map(reason ->
                new PriorityReason(
                    reason.getString("code"),
                    reason.getInteger("weight"),
                    reason.getString("text")))
            .toList());
  }
}
