package org.ariane.directory.hsds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ariane.directory.Directory;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Organisation;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// A directory as a page of HSDS 3 services, each with all that belongs to it. Left out is what is
/// Ariane's own business: desks, whether a machine may answer, and free places, which would be old
/// before anybody read them. A protected place is said to be one and nothing else.
public final class HsdsExport {
  private static final Pattern ENDS_IN_UUID =
      Pattern.compile("(?:[a-z0-9]{1,20}-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Map<OrganisationId, Organisation> organisations;

  private HsdsExport(Directory directory) {
    this.organisations =
        directory.organisations().stream()
            .collect(Collectors.toMap(Organisation::id, Function.identity()));
  }

  /// The page, to be written as JSON.
  public static Map<String, Object> page(Directory directory) {
    HsdsExport export = new HsdsExport(directory);
    List<Object> contents = new ArrayList<>();
    directory.services().forEach(service -> contents.add(export.service(service)));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("total_items", contents.size());
    page.put("total_pages", 1);
    page.put("page_number", 1);
    page.put("size", contents.size());
    page.put("first_page", true);
    page.put("last_page", true);
    page.put("empty", contents.isEmpty());
    page.put("contents", contents);
    return page;
  }

  /// The same id for the same thing at each export; its own where it came with one.
  private static String id(String kind, String of) {
    Matcher there = ENDS_IN_UUID.matcher(of);
    return there.matches()
        ? there.group(1)
        : UUID.nameUUIDFromBytes(("ariane " + kind + " " + of).getBytes(StandardCharsets.UTF_8))
            .toString();
  }

  private Map<String, Object> service(Service service) {
    String id =
        id("service", service.provenance().flatMap(Provenance::id).orElse(service.id().value()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("name", service.name());
    json.put("status", "active");
    Particulars particulars = service.particulars();
    particulars.description().ifPresent(text -> json.put("description", text));
    particulars.cost().terms().ifPresent(text -> json.put("fees_description", text));
    json.put("assured_date", service.confirmedAt().toString());
    service
        .provenance()
        .flatMap(Provenance::date)
        .ifPresent(day -> json.put("last_modified", day + "T00:00:00Z"));
    channels(service, id, json);
    json.put("languages", languages(service, id));
    json.put("service_areas", areas(service.coverage(), id));
    HsdsDoor.put(service, id, json);
    json.put("organization", organisation(service.organisation()));
    json.put("attributes", attributes(service, id));
    return json;
  }

  private static void channels(Service service, String id, Map<String, Object> json) {
    List<Object> phones = new ArrayList<>();
    List<Object> schedules = new ArrayList<>();
    for (ServiceChannel channel : service.channels()) {
      switch (channel) {
        case ServiceChannel.Phone phone -> {
          Map<String, Object> written = part("phone", id, phones.size());
          written.put("number", phone.number().dialled());
          written.put("type", "voice");
          written.put("description", Terms.HOURS + phone.hours().text());
          phones.add(written);
          if (phones.size() == 1) {
            schedules.add(schedule(id, "phone", phone.hours()));
          }
        }
        case ServiceChannel.Web web -> {
          if (json.putIfAbsent("url", web.url()) == null) {
            schedules.add(schedule(id, "web", web.hours()));
          }
        }
        case ServiceChannel.Desk _ -> {}
      }
    }
    json.put("phones", phones);
    json.put("schedules", schedules);
  }

  private static Map<String, Object> schedule(String id, String way, OpeningHours hours) {
    Map<String, Object> schedule = part("schedule " + way, id, 0);
    schedule.put("description", Terms.HOURS + hours.text());
    schedule.put("attending_type", way);
    return schedule;
  }

  private static List<Object> languages(Service service, String id) {
    List<Object> languages = new ArrayList<>();
    service
        .languages()
        .forEach(spoken -> {
          Map<String, Object> language = part("language", id, languages.size());
          language.put("code", spoken.language().tag());
          if (!spoken.hours().equals(OpeningHours.ALWAYS)) {
            language.put("note", Terms.HOURS + spoken.hours().text());
          }
          languages.add(language);
        });
    return languages;
  }

  private static List<Object> areas(Coverage coverage, String id) {
    List<String> uris =
        switch (coverage) {
          case Coverage.Nationwide(var countries) ->
              countries.stream().map(each -> Terms.COUNTRY + each.code()).sorted().toList();
          case Coverage.InZones(var zones) ->
              zones.stream().map(each -> Terms.ZONE + each.value()).sorted().toList();
        };
    List<Object> areas = new ArrayList<>();
    for (String uri : uris) {
      Map<String, Object> area = part("area", id, areas.size());
      area.put("name", uri.substring(uri.lastIndexOf(':') + 1));
      area.put("uri", uri);
      areas.add(area);
    }
    return areas;
  }

  private Map<String, Object> organisation(OrganisationId by) {
    String name = Optional.ofNullable(organisations.get(by)).map(Organisation::name).orElse("");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id("organization", by.value()));
    json.put("name", name);
    json.put("description", name);
    return json;
  }

  private static List<Object> attributes(Service service, String id) {
    HsdsTermsWriter terms = new HsdsTermsWriter(id);
    terms.put(Terms.KIND, service.kind().wireName());
    service.needs().stream().sorted().forEach(need -> terms.put(Terms.NEED, need));
    service.audiences().stream().sorted().forEach(each -> terms.put(Terms.PUBLIC, each.wireName()));
    service.particulars().listeners().stream()
        .sorted()
        .forEach(each -> terms.put(Terms.LISTENER, each.wireName()));
    HsdsDoor.mark(service.premises()).ifPresent(mark -> terms.put(Terms.DOOR, mark));
    Cost.Charge charge = service.particulars().cost().charge();
    if (charge != Cost.Charge.UNKNOWN) {
      terms.put(Terms.CHARGE, charge.wireName());
    }
    service
        .provenance()
        .ifPresent(source -> {
          terms.put(Terms.SOURCE, source.source());
          source.id().ifPresent(each -> terms.put(Terms.SOURCE_ID, each));
          source.date().ifPresent(each -> terms.put(Terms.SOURCE_DATE, each.toString()));
          source.licence().ifPresent(each -> terms.put(Terms.SOURCE_LICENCE, each));
          source.url().ifPresent(each -> terms.put(Terms.SOURCE_URL, each));
        });
    return terms.attributes();
  }

  static Map<String, Object> part(String kind, String of, int number) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("id", id(kind, of + " " + number));
    return part;
  }
}
