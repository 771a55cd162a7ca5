package org.ariane.directory.hsds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.directory.exchange.Assumptions;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.ImportedService;
import org.ariane.directory.exchange.Item;
import org.ariane.directory.exchange.Reach;
import org.ariane.directory.exchange.ServiceDraft;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.ServiceChannel;

/// One service of HSDS. Numbers and hours that it does not have itself are those of its places, and
/// a number failing that the one of its organisation.
final class HsdsService {
  private static final int LONGEST_NAME = 300;
  private static final Set<String> SPOKEN = Set.of("voice", "cell", "hotline", "telephone");

  private final Item item;
  private final Optional<Item> organisation;
  private final Assumptions assumptions;
  private final Findings findings;
  private final ServiceDraft draft;
  private final PublicHolidays holidays;
  private final List<Item> placed;

  HsdsService(Item item, Optional<Item> organisation, Assumptions assumptions, Findings findings) {
    this.item = item;
    this.organisation = organisation;
    this.assumptions = assumptions;
    this.findings = findings;
    this.draft = new ServiceDraft(item, assumptions);
    this.holidays =
        PublicHolidays.of(assumptions.country(), assumptions.subdivision())
            .orElse(PublicHolidays.NONE);
    this.placed = item.items("service_at_locations");
  }

  Optional<ImportedService> read(Optional<OrganisationId> by) {
    String status = item.code("status").orElse("active");
    if (!status.equals("active")) {
      item.leaveOut("its status is not active");
      return Optional.empty();
    }
    HsdsAttributes attributes = HsdsAttributes.of(item.items("attributes"), findings);
    attributes.read(draft);
    languages();
    channels();
    areas();
    List<Item> places = placed.stream().flatMap(each -> each.items("location").stream()).toList();
    HsdsPlaces.read(places, attributes, assumptions, item, draft);
    draft.particulars(HsdsParticulars.read(item, places, attributes));
    Optional<String> id = item.code("id");
    Optional<LocalDate> changed = item.day("last_modified");
    item.day("assured_date").or(() -> changed).ifPresent(draft::confirmed);
    draft.from(
        attributes
            .provenance()
            .orElseGet(() ->
                new Provenance(
                    assumptions.name(), id, changed, assumptions.licence(), Optional.empty())));
    Optional<ImportedService> read = draft.build(id, item.text("name", LONGEST_NAME), by);
    item.ignore("organization", "organization_id", "service_at_locations", "metadata");
    item.tellUnread("service");
    places.forEach(each -> {
      each.ignore("id", "location_type", "metadata", "organization_id");
      each.tellUnread("location");
    });
    return read;
  }

  private void languages() {
    Stream.concat(item.items("languages").stream(), phones(item).flatMap(HsdsService::languages))
        .forEach(each ->
            each.code("code")
                .or(() -> each.code("name"))
                .ifPresent(text ->
                    Language.parse(text)
                        .ifPresentOrElse(
                            tag -> draft.speaks(tag, when(each)),
                            () -> each.drop("code", "not a BCP 47 language tag"))));
  }

  /// Hours of a language stand in its note, where we wrote it.
  private OpeningHours when(Item language) {
    return HsdsSchedules.marked(language, "note", holidays).orElse(OpeningHours.ALWAYS);
  }

  private static Stream<Item> languages(Item phone) {
    return phone.items("languages").stream();
  }

  private static Stream<Item> phones(Item of) {
    return of.items("phones").stream();
  }

  private void channels() {
    HsdsSchedules schedules = new HsdsSchedules(holidays);
    Optional<OpeningHours> hours = schedules.of(item.items("schedules"), "phone");
    for (Item each : placed) {
      hours = hours.or(() -> schedules.of(each.items("schedules"), "phone"));
      for (Item location : each.items("location")) {
        hours = hours.or(() -> schedules.of(location.items("schedules"), "phone"));
      }
    }
    Optional<OpeningHours> known = hours;
    List<Stream<Item>> sources = new ArrayList<>();
    sources.add(phones(item));
    sources.add(placed.stream().flatMap(HsdsService::phones));
    sources.add(
        placed.stream()
            .flatMap(each -> each.items("location").stream())
            .flatMap(HsdsService::phones));
    sources.add(organisation.stream().flatMap(HsdsService::phones));
    boolean reached = false;
    for (Stream<Item> source : sources) {
      for (Item phone : reached ? List.<Item>of() : source.toList()) {
        reached |= phone(phone, known);
      }
    }
    if (reached && known.isEmpty()) {
      item.assumed("schedules", "no hours are known: nobody is sent there unasked");
    }
    Reach.page(item, "url")
        .ifPresent(url ->
            draft.reachedBy(
                new ServiceChannel.Web(
                    url,
                    schedules.of(item.items("schedules"), "web").orElse(OpeningHours.ALWAYS))));
  }

  private boolean phone(Item phone, Optional<OpeningHours> known) {
    String type = phone.code("type").orElse("voice");
    if (!SPOKEN.contains(type)) {
      phone.drop("type", "not a telephone on which people speak");
      return false;
    }
    if (phone.has("extension")) {
      phone.drop("extension", "extensions are not dialled");
    }
    Optional<OpeningHours> own = HsdsSchedules.marked(phone, "description", holidays);
    OpeningHours hours = own.or(() -> known).orElseGet(Reach::unknownHours);
    return Reach.number(phone, "number", assumptions.country())
        .map(number -> {
          draft.reachedBy(new ServiceChannel.Phone(number, hours));
          return true;
        })
        .orElse(false);
  }

  /// Areas of ours by their URI; a country by its code. What is told in words only is not guessed.
  private void areas() {
    List<ZoneId> zones = new ArrayList<>();
    List<Country> countries = new ArrayList<>();
    for (Item area : item.items("service_areas")) {
      String uri = area.code("uri").orElse("");
      if (uri.startsWith(Terms.ZONE)) {
        zones.add(new ZoneId(uri.substring(Terms.ZONE.length())));
      } else if (uri.startsWith(Terms.COUNTRY)) {
        countries.add(new Country(uri.substring(Terms.COUNTRY.length())));
      } else {
        area.drop("", "this area cannot be told from its description");
      }
    }
    if (!countries.isEmpty()) {
      draft.covers(new Coverage.Nationwide(Set.copyOf(countries)));
    } else if (!zones.isEmpty()) {
      draft.covers(new Coverage.InZones(Set.copyOf(zones)));
    }
  }
}
