package org.ariane.router.referral.redis;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.referral.Agreed;
import org.ariane.router.referral.Delivery;
import org.ariane.router.referral.Outcome;
import org.ariane.router.referral.Referral;
import org.ariane.router.referral.ReferralId;
import org.ariane.router.referral.SafeWay;
import org.ariane.router.referral.Topic;

/// Referrals as they are stored, before they are sealed.
final class StoredReferral {
  private StoredReferral() {}

  static String write(Referral referral) {
    JsonObject told = new JsonObject();
    referral.agreed().told().forEach((topic, text) -> told.put(topic.name(), text));
    JsonObject json =
        new JsonObject()
            .put("id", referral.id().value())
            .put("by", referral.by().value())
            .put("service", referral.service().value())
            .put("delivery", referral.delivery().name())
            .put("told", told)
            .put("sentAt", referral.sentAt().toString())
            .put("until", referral.until().toString())
            .put("exercise", referral.exercise());
    referral.agreed().way().ifPresent(way -> json.put("way", way(way)));
    referral
        .answer()
        .ifPresent(answer ->
            json.put(
                "answer",
                new JsonObject()
                    .put("outcome", answer.outcome().name())
                    .put("by", answer.by().value())
                    .put("at", answer.at().toString())));
    return json.encode();
  }

  private static JsonObject way(SafeWay way) {
    return new JsonObject()
        .put("number", way.number().dialled())
        .put("when", way.when())
        .put("codeWord", way.codeWord())
        .put("otherwise", way.otherwise());
  }

  static Referral read(String text) {
    JsonObject json = new JsonObject(text);
    Map<Topic, String> told = new EnumMap<>(Topic.class);
    json.getJsonObject("told")
        .forEach(each -> told.put(Topic.valueOf(each.getKey()), each.getValue().toString()));
    return new Referral(
        new ReferralId(json.getString("id")),
        new PrincipalId(json.getString("by")),
        new ServiceId(json.getString("service")),
        Delivery.valueOf(json.getString("delivery")),
        new Agreed(told, Optional.ofNullable(json.getJsonObject("way")).map(StoredReferral::way)),
        Instant.parse(json.getString("sentAt")),
        Instant.parse(json.getString("until")),
        json.getBoolean("exercise"),
        Optional.ofNullable(json.getJsonObject("answer")).map(StoredReferral::answer));
  }

  private static SafeWay way(JsonObject json) {
    return new SafeWay(
        new PhoneNumber(json.getString("number")),
        json.getString("when"),
        json.getString("codeWord"),
        json.getString("otherwise"));
  }

  private static Referral.Answer answer(JsonObject json) {
    return new Referral.Answer(
        Outcome.valueOf(json.getString("outcome")),
        new PrincipalId(json.getString("by")),
        Instant.parse(json.getString("at")));
  }
}
