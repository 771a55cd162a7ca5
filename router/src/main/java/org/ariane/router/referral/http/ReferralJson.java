package org.ariane.router.referral.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ariane.directory.Directory;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.router.referral.Agreed;
import org.ariane.router.referral.Referral;

/// Referrals as JSON. Whoever sent one does not get back what it says of her.
final class ReferralJson {
  private ReferralJson() {}

  /// For whoever sent it, with the numbers to call.
  static JsonObject sent(Referral referral, Directory directory) {
    Optional<Service> service = directory.service(referral.service());
    return outline(referral)
        .put("service", referral.service().value())
        .put("serviceName", service.map(Service::name).orElse(referral.service().value()))
        .put("numbers", new JsonArray(service.map(ReferralJson::numbers).orElse(List.of())));
  }

  /// For the service, with what she agreed to.
  static JsonObject received(Referral referral) {
    return outline(referral)
        .put("from", referral.by().value())
        .put("agreed", agreed(referral.agreed()));
  }

  private static JsonObject outline(Referral referral) {
    JsonObject json =
        new JsonObject()
            .put("id", referral.id().value())
            .put("word", referral.id().word())
            .put("delivery", referral.delivery().wireName())
            .put("sentAt", referral.sentAt().toString())
            .put("until", referral.until().toString())
            .put("exercise", referral.exercise());
    referral
        .answer()
        .ifPresent(answer ->
            json.put("outcome", answer.outcome().wireName())
                .put("answeredAt", answer.at().toString()));
    return json;
  }

  private static JsonObject agreed(Agreed agreed) {
    JsonObject json = new JsonObject();
    agreed.told().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> json.put(each.getKey().wireName(), each.getValue()));
    agreed
        .way()
        .ifPresent(way ->
            json.put(
                "way",
                new JsonObject()
                    .put("phone", way.number().dialled())
                    .put("when", way.when())
                    .put("codeWord", way.codeWord())
                    .put("ifSomeoneElse", way.otherwise())));
    return json;
  }

  private static List<String> numbers(Service service) {
    return service.channels().stream()
        .flatMap(channel ->
            switch (channel) {
              case ServiceChannel.Phone phone -> Stream.of(phone.number().dialled());
              case ServiceChannel.Desk _, ServiceChannel.Web _ -> Stream.empty();
            })
        .toList();
  }
}
