package org.ariane.directory.inclusion;

import java.time.LocalDate;
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
import org.ariane.directory.place.Position;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.schedule.PublicHolidays;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.OrganisationId;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Provenance;
import org.ariane.directory.service.ServiceChannel;

/// One service. What it does not say itself, as its number, hours and address, is taken from its
/// structure, as the schema has it.
final class InclusionService {
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TERMS = 1_000;

  private final Item item;
  private final Optional<Item> structure;
  private final Assumptions assumptions;
  private final AreasOfCodes areas;
  private final Findings findings;
  private final ServiceDraft draft;

  InclusionService(
      Item item,
      Optional<Item> structure,
      Assumptions assumptions,
      AreasOfCodes areas,
      Findings findings) {
    this.item = item;
    this.structure = structure;
    this.assumptions = assumptions;
    this.areas = areas;
    this.findings = findings;
    this.draft = new ServiceDraft(item, assumptions);
  }

  Optional<ImportedService> read(Optional<OrganisationId> organisation) {
    if (!Themes.read(item.codes("thematiques"), draft)) {
      findings.notHeld("service of another field");
      return Optional.empty();
    }
    List<String> mayAsk = item.codes("mobilisable_par");
    if (!mayAsk.isEmpty() && !mayAsk.contains("usagers")) {
      item.leaveOut("only professionals may turn to it");
      return Optional.empty();
    }
    Themes.read(draft, item.codes("publics"))
        .ifPresent(unknown -> findings.notHeld("service.publics: " + unknown));
    AreasOfCodes.Reading area = areas.of(item.codes("zone_eligibilite"));
    area.coverage().ifPresent(draft::covers);
    area.notHeld().forEach(what -> findings.notHeld("service.zone_eligibilite: " + what));
    channels();
    premises();
    particulars();
    Optional<String> id = item.code("id");
    Optional<LocalDate> changed = item.day("date_maj");
    changed.ifPresent(draft::confirmed);
    item.code("source")
        .or(() -> Optional.of("data.inclusion"))
        .ifPresent(source ->
            draft.from(
                new Provenance(source, id, changed, assumptions.licence(), link("lien_source"))));
    Optional<ImportedService> read = draft.build(id, item.text("nom", LONGEST_NAME), organisation);
    item.ignore("structure", "structure_id", "code_insee", "courriel", "contact_nom_prenom");
    item.tellUnread("service");
    structure.ifPresent(each -> {
      each.ignore("id", "nom", "code_insee", "date_maj", "source", "lien_source", "courriel");
    });
    return read;
  }

  private Optional<String> link(String key) {
    return item.code(key).filter(text -> text.startsWith("https://") || text.startsWith("http://"));
  }

  private Stream<Item> own() {
    return Stream.concat(Stream.of(item), structure.stream());
  }

  private Optional<Item> firstWith(String key) {
    return own().filter(each -> each.has(key)).findFirst();
  }

  private void channels() {
    PublicHolidays holidays =
        PublicHolidays.of(assumptions.country(), assumptions.subdivision())
            .orElse(PublicHolidays.NONE);
    OpeningHours hours =
        firstWith("horaires_accueil")
            .flatMap(each -> Reach.hours(each, "horaires_accueil", holidays))
            .orElseGet(() -> {
              item.assumed("horaires_accueil", "no hours are known: nobody is sent there unasked");
              return Reach.unknownHours();
            });
    firstWith("telephone")
        .flatMap(each -> Reach.number(each, "telephone", assumptions.country()))
        .ifPresent(number -> draft.reachedBy(new ServiceChannel.Phone(number, hours)));
    Reach.page(item, "lien_mobilisation")
        .or(() -> structure.flatMap(each -> Reach.page(each, "site_web")))
        .ifPresent(url -> draft.reachedBy(new ServiceChannel.Web(url, OpeningHours.ALWAYS)));
  }

  private void premises() {
    firstWith("commune")
        .or(() -> firstWith("latitude"))
        .ifPresent(at -> {
          Optional<Position> point =
              Reach.point(at, "latitude", "longitude", assumptions.country());
          List<String> street =
              Stream.of("complement_adresse", "adresse")
                  .flatMap(key -> at.text(key, LONGEST_LINE).stream())
                  .map(line -> line.replace('\n', ' '))
                  .toList();
          Optional<String> postcode = Reach.postcode(at, "code_postal", assumptions.country());
          Optional<Address> address =
              at.text("commune", LONGEST_LINE)
                  .map(city ->
                      new Address(
                          street, postcode, city.replace('\n', ' '), assumptions.country()));
          draft.standsAt(Premises.of(point, address), false);
        });
  }

  /// With what she must know before she turns to it, which a directory has no field for.
  private Optional<String> description() {
    StringBuilder all = new StringBuilder();
    for (String key :
        List.of(
            "description", "conditions_acces", "publics_precisions", "mobilisation_precisions")) {
      item.text(key, Particulars.LONGEST_DESCRIPTION)
          .filter(text -> all.length() + 2 + text.length() <= Particulars.LONGEST_DESCRIPTION)
          .ifPresent(text -> all.append(all.isEmpty() ? "" : "\n\n").append(text));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.toString());
  }

  private void particulars() {
    Cost.Charge charge =
        item.code("frais")
            .map(text ->
                switch (text) {
                  case "gratuit" -> Cost.Charge.FREE;
                  case "payant" -> Cost.Charge.PAID;
                  default -> {
                    item.drop("frais", "a charge is gratuit or payant");
                    yield Cost.Charge.UNKNOWN;
                  }
                })
            .orElse(Cost.Charge.UNKNOWN);
    draft.particulars(
        new Particulars(
            description(),
            new Cost(charge, item.text("frais_precisions", LONGEST_TERMS)),
            structure.flatMap(each -> each.code("accessibilite_lieu")),
            Set.of(),
            Optional.empty()));
  }
}
