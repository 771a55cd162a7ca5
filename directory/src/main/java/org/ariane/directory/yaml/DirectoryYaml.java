package org.ariane.directory.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ariane.directory.exchange.ImportedOrganisation;
import org.ariane.directory.exchange.ImportedService;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.SpokenLanguage;

/// Writes what an import found as files that [DirectoryFiles] reads to the same records.
public final class DirectoryYaml {
  private static final int MOST_CHARACTERS = 400_000;

  private DirectoryYaml() {}

  /// By name, `import-SOURCE-001.yaml` and so on, each well below what is read of one file.
  public static SortedMap<String, String> files(
      String source,
      Collection<ImportedOrganisation> organisations,
      Collection<ImportedService> services) {
    List<String> entries = new ArrayList<>();
    SortedMap<String, String> files = new TreeMap<>();
    organisations.forEach(each ->
        entries.add(
            "  - {id: %s, name: %s}\n"
                .formatted(each.organisation().id(), quoted(each.organisation().name()))));
    write(source, "organisations", entries, files);
    entries.clear();
    services.forEach(each -> entries.add(entry(each)));
    write(source, "services", entries, files);
    return files;
  }

  private static void write(
      String source, String list, List<String> entries, SortedMap<String, String> files) {
    StringBuilder text = new StringBuilder();
    for (String entry : entries) {
      if (text.length() + entry.length() > MOST_CHARACTERS) {
        put(source, text, files);
      }
      if (text.isEmpty()) {
        text.append("# Imported from ").append(source);
        text.append("; the next import writes this file again.\n").append(list).append(":\n");
      }
      text.append(entry);
    }
    put(source, text, files);
  }

  private static void put(String source, StringBuilder text, SortedMap<String, String> files) {
    if (!text.isEmpty()) {
      files.put("import-%s-%03d.yaml".formatted(source, files.size() + 1), text.toString());
      text.setLength(0);
    }
  }

  private static String entry(ImportedService imported) {
    Service service = imported.service();
    YamlLines lines = new YamlLines("  - ", "    ");
    lines.put("id", service.id().value());
    lines.put("organisation", service.organisation().value());
    lines.put("name", quoted(service.name()));
    lines.put("kind", service.kind().wireName());
    lines.put("country", imported.country().code());
    imported.subdivision().ifPresent(part -> lines.put("subdivision", quoted(part)));
    lines.put("time-zone", service.timeZone().getId());
    lines.put("needs", list(service.needs().stream().sorted().map(DirectoryYaml::quoted).toList()));
    lines.put(
        "public",
        list(service.audiences().stream().sorted().map(each -> each.wireName()).toList()));
    lines.put(
        "languages", list(service.languages().stream().map(DirectoryYaml::language).toList()));
    lines.put("coverage", coverage(service.coverage()));
    lines.put("channels", list(service.channels().stream().map(DirectoryYaml::channel).toList()));
    premises(service, lines);
    particulars(service.particulars(), lines);
    lines.put("confirmed-at", service.confirmedAt().toString());
    service.provenance().ifPresent(source -> lines.put("source", source(source)));
    if (service.sample()) {
      lines.put("sample", "true");
    }
    return lines.text();
  }

  private static void premises(Service service, YamlLines lines) {
    switch (service.premises()) {
      case Premises.Protected _ -> lines.put("protected", "true");
      case Premises.Unknown _ -> {}
      case Premises.Shown(var position, Optional<Address> address) -> {
        position.ifPresent(
            at -> lines.put("site", "{lat: %s, lon: %s}".formatted(at.lat(), at.lon())));
        address.ifPresent(to -> lines.put("address", address(to)));
        lines.put("protected", "false");
      }
    }
  }

  private static String address(Address address) {
    Map<String, String> parts = new TreeMap<>();
    if (!address.street().isEmpty()) {
      parts.put("street", list(address.street().stream().map(DirectoryYaml::quoted).toList()));
    }
    address.postcode().ifPresent(postcode -> parts.put("postcode", quoted(postcode)));
    parts.put("city", quoted(address.city()));
    parts.put("country", address.country().code());
    return map(parts);
  }

  private static void particulars(Particulars particulars, YamlLines lines) {
    particulars.description().ifPresent(text -> lines.put("description", quoted(text)));
    Cost cost = particulars.cost();
    if (!cost.equals(Cost.UNKNOWN)) {
      lines.put(
          "cost",
          cost.terms()
              .map(terms ->
                  "{charge: %s, terms: %s}".formatted(cost.charge().wireName(), quoted(terms)))
              .orElse(cost.charge().wireName()));
    }
    particulars.accessibility().ifPresent(text -> lines.put("accessibility", quoted(text)));
    if (!particulars.listeners().isEmpty()) {
      lines.put(
          "listeners",
          list(particulars.listeners().stream().sorted().map(each -> each.wireName()).toList()));
    }
    particulars
        .places()
        .ifPresent(places ->
            lines.put(
                "places",
                "{free: %s, confirmed-at: %s, expires: %s}"
                    .formatted(
                        places.free().isPresent() ? "" + places.free().getAsInt() : "ask",
                        places.confirmedAt(),
                        places.expires())));
  }

  private static String source(Provenance source) {
    Map<String, String> parts = new TreeMap<>();
    parts.put("name", quoted(source.source()));
    source.id().ifPresent(id -> parts.put("id", quoted(id)));
    source.date().ifPresent(date -> parts.put("date", date.toString()));
    source.licence().ifPresent(licence -> parts.put("licence", quoted(licence)));
    source.url().ifPresent(url -> parts.put("url", quoted(url)));
    return map(parts);
  }

  private static String language(SpokenLanguage spoken) {
    String tag = quoted(spoken.language().tag());
    return spoken.hours().equals(OpeningHours.ALWAYS)
        ? tag
        : "{tag: %s, hours: %s}".formatted(tag, quoted(spoken.hours().text()));
  }

  private static String coverage(Coverage coverage) {
    return switch (coverage) {
      case Coverage.Nationwide(var countries) ->
          "{countries: %s}"
              .formatted(list(countries.stream().map(each -> each.code()).sorted().toList()));
      case Coverage.InZones(var zones) ->
          "{zones: %s}".formatted(list(zones.stream().map(each -> each.value()).sorted().toList()));
    };
  }

  private static String channel(ServiceChannel channel) {
    String hours = quoted(channel.hours().text());
    return switch (channel) {
      case ServiceChannel.Phone phone ->
          "{kind: phone, number: %s, hours: %s%s}"
              .formatted(
                  quoted(phone.number().dialled()),
                  hours,
                  phone.screened() ? ", screen: true" : "");
      case ServiceChannel.Web web ->
          "{kind: web, url: %s, hours: %s}".formatted(quoted(web.url()), hours);
      case ServiceChannel.Desk _ -> "{kind: desk, hours: %s}".formatted(hours);
    };
  }

  private static String list(Collection<String> items) {
    return items.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private static String map(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  static String quoted(String text) {
    return YamlLines.quoted(text);
  }
}
