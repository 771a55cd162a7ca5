package org.ariane.router.directory.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.search.Closing;
import org.ariane.directory.search.Reason;
import org.ariane.directory.search.SearchResult;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// Services as JSON.
public final class ServicesJson {
  private ServicesJson() {}

  /// @param channel the wanted one
  /// @param at the moment that was asked about, by which records are stale and places expire
  static JsonObject services(List<ServiceMatch> matches, Optional<String> channel, Instant at) {
    JsonArray services = new JsonArray();
    matches.forEach(match -> {
      JsonObject json = ParticularsJson.put(match(match), match, at);
      closing(json, match.service(), channel, at);
      services.add(json);
    });
    return new JsonObject().put("services", services);
  }

  private static void closing(
      JsonObject json, Service service, Optional<String> channel, Instant at) {
    Closing.of(service, channel, at)
        .ifPresent(closes ->
            json.put("closesAt", local(closes, service))
                .put("closingSoon", Closing.soon(closes, at)));
  }

  private static String local(Instant then, Service service) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(then.atZone(service.timeZone()));
  }

  public static JsonArray passedOver(List<SearchResult.PassedOver> passedOver) {
    JsonArray array = new JsonArray();
    for (SearchResult.PassedOver passed : passedOver) {
      array.add(
          new JsonObject()
              .put("id", passed.service().value())
              .put("reasons", reasons(passed.reasons())));
    }
    return array;
  }

  /// `free`, or `ask` where it said that one must ask; when it said so and until when it counts.
  public static JsonObject places(Places places) {
    return ParticularsJson.places(places);
  }

  public static JsonArray reasons(List<Reason> reasons) {
    JsonArray array = new JsonArray();
    reasons.forEach(reason ->
        array.add(new JsonObject().put("code", reason.code()).put("text", reason.text())));
    return array;
  }

  private static JsonObject match(ServiceMatch match) {
    Service service = match.service();
    JsonObject json =
        new JsonObject()
            .put("id", service.id().value())
            .put("name", service.name())
            .put("kind", service.kind().wireName())
            .put("open", match.open());
    match.nextOpening().ifPresent(next -> json.put("nextOpening", local(next, service)));
    JsonArray channels = new JsonArray();
    service.channels().forEach(channel -> channels.add(channel(channel)));
    return json.put("languageServed", match.languageServed().tag())
        .put("reasons", reasons(match.reasons()))
        .put("channels", channels)
        .put("distanceKm", match.distanceKm().map(ServicesJson::tenths).orElse(null))
        .put("confirmedAt", service.confirmedAt().toString())
        .put("sample", service.sample());
  }

  private static double tenths(double km) {
    return Math.round(km * 10) / 10.0;
  }

  private static JsonObject channel(ServiceChannel channel) {
    JsonObject json =
        new JsonObject().put("kind", channel.kind()).put("hours", channel.hours().text());
    return switch (channel) {
      case ServiceChannel.Phone phone -> json.put("number", phone.number().dialled());
      case ServiceChannel.Web web -> json.put("url", web.url());
      case ServiceChannel.Desk desk -> json;
    };
  }
}
