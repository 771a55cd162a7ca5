package org.ariane.directory.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.ExpectedDelay;
import org.ariane.directory.place.Gazetteer;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.locationtech.jts.geom.Geometry;

/// Zones of police forces. Postcodes are single or ranges, as `59000-59999`; communes are told by
/// their INSEE or NIS codes.
final class ZoneReader {
  private static final Pattern RANGE = Pattern.compile("([0-9]{4,5})-([0-9]{4,5})");
  private static final int WIDEST_RANGE = 2_000;

  private final Names names;
  private final FolderFiles files;
  private final Map<String, Optional<Geometry>> areas = new HashMap<>();
  private final List<Mention> mentioned = new ArrayList<>();

  ZoneReader(Names names, FolderFiles files) {
    this.names = names;
    this.files = files;
  }

  Optional<Zone> read(Value value) {
    int before = value.problems().count();
    Optional<Fields> entry =
        value.fields(
            "id",
            "name",
            "country",
            "area",
            "postcodes",
            "communes",
            "chain",
            "agreed-number",
            "emergency-number",
            "expected-delay",
            "sample");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    Optional<ZoneId> id = names.give(Names.Kind.ZONE, fields, ZoneId::new);
    Optional<String> name = fields.text("name");
    Optional<Country> country = fields.required("country").flatMap(Values::country);
    List<ChainStep> chain = fields.requiredList("chain", this::step);
    if (chain.size() > Set.copyOf(chain).size()) {
      fields.required("chain").ifPresent(list -> list.refuse("a step is in the chain twice"));
    }
    Optional<ExpectedDelay> delay = fields.optional("expected-delay").flatMap(ZoneReader::delay);
    boolean sample = fields.flag("sample");
    if (fields.optional("area").isEmpty()
        && fields.optional("postcodes").isEmpty()
        && fields.optional("communes").isEmpty()) {
      value.refuse("a zone needs an area, postcodes or communes");
    }
    Optional<Value> emergency = fields.required("emergency-number");
    if (country.isEmpty()) {
      return Optional.empty();
    }
    Optional<Geometry> area = fields.optional("area").flatMap(each -> area(each, country.get()));
    Set<Postcode> postcodes = new LinkedHashSet<>();
    fields
        .optional("postcodes")
        .ifPresent(list -> list.items().forEach(item -> add(item, country.get(), postcodes)));
    Set<CommuneCode> communes =
        new LinkedHashSet<>(fields.list("communes", item -> commune(item, country.get())));
    Optional<PhoneNumber> agreed =
        fields.optional("agreed-number").flatMap(each -> Values.phone(each, country.get()));
    Optional<PhoneNumber> dialled = emergency.flatMap(each -> Values.phone(each, country.get()));
    if (value.problems().count() > before
        || id.isEmpty()
        || name.isEmpty()
        || dialled.isEmpty()
        || (area.isEmpty() && postcodes.isEmpty() && communes.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Zone(
            id.get(),
            name.get(),
            country.get(),
            area,
            postcodes,
            communes,
            chain,
            agreed,
            dialled.get(),
            delay,
            sample));
  }

  private record Mention(CommuneCode commune, Value where) {}

  private Optional<CommuneCode> commune(Value item, Country country) {
    Optional<CommuneCode> commune = item.as(code -> new CommuneCode(country, code));
    commune.ifPresent(code -> mentioned.add(new Mention(code, item)));
    return commune;
  }

  /// A commune that no file knows would be a hole in its zone.
  void reportUnknownCommunes(Gazetteer gazetteer) {
    for (Mention mention : mentioned) {
      if (gazetteer.of(mention.commune()).isEmpty()) {
        mention.where().refuse("no communes.geojson or communes.csv has " + mention.commune());
      }
    }
  }

  private Optional<ChainStep> step(Value item) {
    Optional<ChainStep> step = item.as(ChainStep::parse);
    step.ifPresent(each -> names.mention(Names.Kind.CENTRE, item, each.centre().value()));
    return step;
  }

  private static Optional<ExpectedDelay> delay(Value value) {
    return value
        .fields("minutes", "source")
        .flatMap(fields -> {
          Optional<Value> minutes = fields.required("minutes");
          Optional<String> source = fields.text("source");
          return source.isEmpty()
              ? Optional.empty()
              : minutes.flatMap(
                  each -> each.as(text -> new ExpectedDelay(minutes(text), source.get())));
        });
  }

  private static int minutes(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a whole number of minutes is expected here", e);
    }
  }

  private Optional<Geometry> area(Value reference, Country country) {
    Optional<String> name = reference.text();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String text = files.texts().get(name.get());
    if (text == null || !name.get().endsWith(".geojson")) {
      reference.refuse("there is no such file; an area is written as areas/name.geojson");
      return Optional.empty();
    }
    Optional<Geometry> known = areas.get(name.get());
    if (known != null) {
      return known;
    }
    Optional<Geometry> area =
        YamlText.read(name.get(), text, reference.problems())
            .flatMap(new AreaReader(country)::read);
    areas.put(name.get(), area);
    return area;
  }

  private static void add(Value item, Country country, Set<Postcode> postcodes) {
    item.as(
            text -> {
              Matcher range = RANGE.matcher(text);
              int first = range.matches() ? Integer.parseInt(range.group(1)) : 0;
              int last = range.matches() ? Integer.parseInt(range.group(2)) : 0;
              if (!range.matches()) {
                return Set.of(postcode(country, text));
              }
              if (last < first
                  || last - first > WIDEST_RANGE
                  || range.group(1).length() != range.group(2).length()) {
                throw new IllegalArgumentException(
                    "a range of postcodes is written as 59000-59999");
              }
              Set<Postcode> all = new LinkedHashSet<>();
              String shape = "%0" + range.group(1).length() + "d";
              for (int digits = first; digits <= last; digits++) {
                all.add(postcode(country, shape.formatted(digits)));
              }
              return all;
            })
        .ifPresent(postcodes::addAll);
  }

  private static Postcode postcode(Country country, String digits) {
    Optional<Postcode> parsed = Postcode.parse(digits);
    if (parsed.filter(each -> each.country().equals(country)).isEmpty()) {
      throw new IllegalArgumentException("not a postcode of " + country.code());
    }
    return parsed.get();
  }
}
