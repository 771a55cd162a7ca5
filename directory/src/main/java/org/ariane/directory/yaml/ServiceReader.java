package org.ariane.directory.yaml;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.Country;
import org.ariane.directory.schedule.Holidays;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.service.SpokenLanguage;

/// Services. Their country says how numbers are written, which days are holidays and, unless the
/// entry says otherwise, the time zone.
final class ServiceReader {
  private static final Map<String, ZoneId> OVERSEAS =
      Map.of(
          "971", ZoneId.of("America/Guadeloupe"),
          "972", ZoneId.of("America/Martinique"),
          "973", ZoneId.of("America/Cayenne"),
          "974", ZoneId.of("Indian/Reunion"),
          "976", ZoneId.of("Indian/Mayotte"),
          "977", ZoneId.of("America/St_Barthelemy"),
          "978", ZoneId.of("America/Marigot"));

  private final Names names;
  private final SchoolHolidayReader schoolHolidays;

  ServiceReader(Names names, SchoolHolidayReader schoolHolidays) {
    this.names = names;
    this.schoolHolidays = schoolHolidays;
  }

  Optional<Service> read(Value value) {
    int before = value.problems().count();
    Optional<Fields> entry =
        value.fields(
            "id",
            "organisation",
            "name",
            "kind",
            "country",
            "subdivision",
            "school-holidays",
            "time-zone",
            "needs",
            "public",
            "languages",
            "coverage",
            "channels",
            "closures",
            "site",
            "address",
            "protected",
            "description",
            "cost",
            "accessibility",
            "listeners",
            "places",
            "confirmed-at",
            "source",
            "sample");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    Optional<ServiceId> id = names.give(Names.Kind.SERVICE, fields, ServiceId::new);
    Optional<OrganisationId> organisation =
        fields
            .required("organisation")
            .flatMap(each -> names.refer(Names.Kind.ORGANISATION, each, OrganisationId::new));
    Optional<String> name = fields.text("name");
    Optional<ServiceKind> kind = fields.required("kind").flatMap(ServiceReader::kind);
    Optional<Country> country = fields.required("country").flatMap(Values::country);
    Set<String> needs = new HashSet<>(fields.list("needs", Values::need));
    Set<Audience> audiences = EnumSet.noneOf(Audience.class);
    audiences.addAll(fields.list("public", ServiceReader::audience));
    Optional<Coverage> coverage =
        fields.required("coverage").flatMap(new CoverageReader(names)::read);
    Optional<LocalDate> confirmedAt = fields.required("confirmed-at").flatMap(Values::day);
    boolean sample = fields.flag("sample");
    Optional<ZoneId> timeZone = country.flatMap(each -> timeZone(fields, each));
    if (country.isEmpty()) {
      fields.requiredList("languages", item -> language(item, Holidays.of(PublicHolidays.NONE)));
      fields.required("channels");
      return Optional.empty();
    }
    Holidays holidays =
        new Holidays(
            publicHolidays(fields, country.get()),
            fields.optional("school-holidays").map(schoolHolidays::refer));
    List<SpokenLanguage> languages =
        fields.requiredList("languages", item -> language(item, holidays));
    List<ServiceChannel> channels =
        fields.requiredList(
            "channels",
            new ChannelReader(country.get(), ClosuresReader.read(fields), holidays)::read);
    Premises premises = PremisesReader.read(fields, country.get(), kind);
    Particulars particulars = ParticularsReader.read(fields);
    Optional<Provenance> provenance = fields.optional("source").flatMap(ParticularsReader::source);
    if (value.problems().count() > before
        || id.isEmpty()
        || organisation.isEmpty()
        || name.isEmpty()
        || kind.isEmpty()
        || coverage.isEmpty()
        || timeZone.isEmpty()
        || confirmedAt.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Service(
            id.get(),
            organisation.get(),
            name.get(),
            kind.get(),
            needs,
            audiences,
            languages,
            coverage.get(),
            channels,
            premises,
            timeZone.get(),
            confirmedAt.get(),
            sample,
            particulars,
            provenance));
  }

  private static Optional<ServiceKind> kind(Value value) {
    return value.as(text ->
        ServiceKind.parse(text)
            .orElseThrow(() -> new IllegalArgumentException("unknown kind of service")));
  }

  private static Optional<Audience> audience(Value value) {
    return value.as(text ->
        Audience.parse(text).orElseThrow(() -> new IllegalArgumentException("unknown public")));
  }

  private static Optional<ZoneId> timeZone(Fields fields, Country country) {
    Optional<Value> written = fields.optional("time-zone");
    if (written.isPresent()) {
      return written.flatMap(Values::timeZone);
    }
    Optional<ZoneId> overseas =
        country.equals(Country.FR)
            ? fields.optional("subdivision").flatMap(Value::text).map(OVERSEAS::get)
            : Optional.empty();
    Optional<ZoneId> usual = overseas.or(() -> Values.usualTimeZone(country));
    if (usual.isEmpty()) {
      fields.entry().refuse("missing key: time-zone");
    }
    return usual;
  }

  private static PublicHolidays publicHolidays(Fields fields, Country country) {
    Optional<Value> part = fields.optional("subdivision");
    Optional<PublicHolidays> holidays = PublicHolidays.of(country, part.flatMap(Value::text));
    if (holidays.isEmpty()) {
      part.or(() -> fields.optional("country"))
          .ifPresent(each -> each.refuse("no public holidays are known for it"));
    }
    return holidays.orElse(PublicHolidays.NONE);
  }

  /// `fr`, or `{tag: ar, hours: "Mo,Tu"}` for one that is not spoken at all hours.
  private static Optional<SpokenLanguage> language(Value value, Holidays holidays) {
    if (!value.isMapping()) {
      return value.as(Language::new).map(tag -> new SpokenLanguage(tag, OpeningHours.ALWAYS));
    }
    Optional<Fields> fields = value.fields("tag", "hours");
    Optional<Language> tag =
        fields.flatMap(each -> each.required("tag")).flatMap(each -> each.as(Language::new));
    Optional<OpeningHours> hours =
        fields
            .flatMap(each -> each.required("hours"))
            .flatMap(each -> Values.hours(each, holidays));
    return tag.flatMap(language -> hours.map(each -> new SpokenLanguage(language, each)));
  }
}
