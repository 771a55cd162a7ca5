package org.ariane.router.amendment.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.yaml.WrittenText;
import org.ariane.router.amendment.Content;
import org.ariane.router.amendment.Revision;

/// Finds services by parts of their names or ids, and says what their fields may hold.
final class ServiceList {
  private static final int MOST = 50;
  private static final int MOST_CHOICES = 5_000;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private ServiceList() {}

  /// At most 50 in the order of names, also those that are withdrawn.
  static JsonObject of(
      Directory directory, Map<ServiceId, Revision> revisions, Optional<String> asked) {
    List<String> words =
        asked.map(text -> Arrays.asList(plain(text).split("\\s+", 6))).orElse(List.of());
    Map<ServiceId, String> names = new TreeMap<>(Comparator.comparing(ServiceId::value));
    directory.services().forEach(each -> names.put(each.id(), each.name()));
    revisions.values().stream()
        .filter(each -> !(each.content() instanceof Content.AsInFolder))
        .forEach(each -> names.computeIfAbsent(each.service(), id -> name(each)));
    List<Map.Entry<ServiceId, String>> found =
        names.entrySet().stream()
            .filter(each -> {
              String text = plain(each.getValue() + " " + each.getKey().value());
              return words.stream().allMatch(text::contains);
            })
            .sorted(Map.Entry.comparingByValue())
            .toList();
    JsonArray services = new JsonArray();
    found.stream()
        .limit(MOST)
        .forEach(each -> {
          Optional<Service> service = directory.service(each.getKey());
          services.add(
              new JsonObject()
                  .put("id", each.getKey().value())
                  .put("name", each.getValue())
                  .put("confirmedAt", service.map(it -> it.confirmedAt().toString()).orElse(null))
                  .put(
                      "state",
                      Optional.ofNullable(revisions.get(each.getKey()))
                          .map(Revision::content)
                          .orElse(new Content.AsInFolder())
                          .wireName()));
        });
    return new JsonObject().put("services", services).put("found", found.size());
  }

  private static String name(Revision revision) {
    return revision
        .content()
        .text(Optional.empty())
        .or(() -> revision.before().text(revision.folder()))
        .flatMap(WrittenText::read)
        .flatMap(entry -> entry.text("name"))
        .orElse(revision.service().value());
  }

  private static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  static JsonObject choices(Directory directory) {
    JsonArray zones = new JsonArray();
    directory.zones().stream()
        .limit(MOST_CHOICES)
        .forEach(zone -> {
          JsonObject json = new JsonObject().put("id", zone.id().value()).put("name", zone.name());
          zone.postcodes().stream()
              .map(Postcode::digits)
              .min(Comparator.naturalOrder())
              .ifPresent(digits -> json.put("postcode", digits));
          zones.add(json);
        });
    return new JsonObject()
        .put("zones", zones)
        .put(
            "needs",
            new JsonArray(
                directory.services().stream()
                    .flatMap(each -> each.needs().stream())
                    .distinct()
                    .sorted()
                    .limit(MOST_CHOICES)
                    .toList()))
        .put(
            "publics",
            new JsonArray(Arrays.stream(Audience.values()).map(Audience::wireName).toList()))
        .put(
            "kinds",
            new JsonArray(Arrays.stream(ServiceKind.values()).map(ServiceKind::wireName).toList()))
        .put(
            "listeners",
            new JsonArray(
                Arrays.stream(ListenerGender.values()).map(ListenerGender::wireName).toList()));
  }
}
