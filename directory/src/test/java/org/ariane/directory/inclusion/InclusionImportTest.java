package org.ariane.directory.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ariane.directory.Sample;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.ImportCases;
import org.ariane.directory.exchange.Imported;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceKind;
import org.junit.jupiter.api.Test;

class InclusionImportTest {
  private static final String STRUCTURES = InclusionCases.STRUCTURES;
  private static final String SERVICES = InclusionCases.SERVICES;

  private final Findings findings = new Findings();

  @Test
  void aServiceIsReadWithWhatItsStructureSays() {
    Service service = read(STRUCTURES, SERVICES).services().getFirst().service();

    assertThat(service.name()).isEqualTo("Accueil des femmes");
    assertThat(service.kind()).isEqualTo(ServiceKind.ASSOCIATION);
    assertThat(service.needs()).containsExactly("urn:service:counseling");
    assertThat(service.audiences())
        .containsExactlyInAnyOrder(Audience.WOMAN, Audience.WITH_CHILDREN);
    assertThat(service.particulars().description()).contains("On l'écoute.\n\n- sans rendez-vous");
    assertThat(service.particulars().cost().charge()).isEqualTo(Cost.Charge.FREE);
    assertThat(service.channels())
        .singleElement()
        .isInstanceOfSatisfying(
            ServiceChannel.Phone.class,
            phone -> {
              assertThat(phone.number().dialled()).isEqualTo("+33320000000");
              assertThat(phone.hours().text()).isEqualTo("Mo-Fr 09:00-17:00; PH off");
            });
    assertThat(service.site()).contains(new Position(50.63, 3.06));
    assertThat(service.coverage())
        .isInstanceOfSatisfying(
            Coverage.InZones.class,
            area ->
                assertThat(area.zones())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder("fr-59", "fr-59-lille", "fr-59-roubaix"));
    assertThat(service.provenance().flatMap(source -> source.id()))
        .contains("dora--AidantsConnect:2024-47BXY");
    assertThat(ImportCases.told(findings))
        .containsExactlyInAnyOrder(
            "structures.json:6: /0/telephone: repaired: the leading zero of the number was lost",
            "services.json:6: /0/description: repaired: markup, entities or a wrong encoding were"
                + " made plain text",
            "services.json:1: /0: assumed: no language is told: those named for this source");
  }

  @Test
  void aRecordThatCannotBeUsedIsNamedAndLeftOut() {
    Imported imported =
        read(
            STRUCTURES,
            SERVICES.replace("\"usagers\", ", ""),
            SERVICES.replace("dora--42", "dora--43"),
            SERVICES.replace("\"nom\": \"Accueil des femmes\",", ""));

    assertThat(imported.services()).isEmpty();
    assertThat(ImportCases.told(findings))
        .contains(
            "services.json:1: /0: left out: only professionals may turn to it",
            "services1.json:1: /0: left out: nobody runs it",
            "services2.json:1: /0: left out: it has no name");
  }

  @Test
  void pointsThatAreTurnedRoundOrElsewhereAreDroppedAndTheServiceStays() {
    Imported imported =
        read(
            STRUCTURES,
            SERVICES
                .replace("50.63", "3.06")
                .replaceFirst("\"longitude\": 3.06", "\"longitude\": 50.63"));

    Service service = imported.services().getFirst().service();
    assertThat(service.site()).isEmpty();
    assertThat(service.premises().address()).isPresent();
    assertThat(ImportCases.told(findings))
        .contains("services.json:11: /0/latitude: dropped: lat and lon are swapped");
  }

  @Test
  void theAddressOfAShelterIsNotTakenOver() {
    Imported imported =
        read(
            STRUCTURES,
            SERVICES.replace(
                "famille--surmonter-conflits-separation-violence",
                "logement-hebergement--rechercher-une-solution-dhebergement-temporaire"));

    Service service = imported.services().getFirst().service();
    assertThat(service.kind()).isEqualTo(ServiceKind.SHELTER);
    assertThat(service.premises()).isEqualTo(new Premises.Protected());
  }

  @Test
  void aPublicThatWeHaveNoWordForExcludesNobody() {
    Service service =
        read(STRUCTURES, SERVICES.replace("\"familles\"", "\"etudiants\""))
            .services()
            .getFirst()
            .service();

    assertThat(service.audiences()).isEmpty();
    assertThat(findings.notHeld()).containsKey("service.publics: etudiants");
  }

  @Test
  void servicesOfOtherFieldsAreCountedOnly() {
    Imported imported =
        read(
            STRUCTURES,
            SERVICES.replace(
                "famille--surmonter-conflits-separation-violence", "mobilite--preparer-un-permis"));

    assertThat(imported.services()).isEmpty();
    assertThat(imported.organisations()).isEmpty();
    assertThat(findings.notHeld()).containsEntry("service of another field", 1);
    assertThat(findings.clean()).isTrue();
  }

  @Test
  void withoutAnAreaTheOneNamedForTheSourceCounts() {
    Service service =
        read(STRUCTURES, SERVICES.replace("[\"59\"]", "[\"200093201\"]"))
            .services()
            .getFirst()
            .service();

    assertThat(service.coverage()).isEqualTo(new Coverage.Nationwide(Set.of(Country.FR)));
  }

  private Imported read(String structures, String... services) {
    List<SourceText> files = new ArrayList<>();
    files.add(ImportCases.text("structures.json", structures));
    for (int at = 0; at < services.length; at++) {
      files.add(
          ImportCases.text(
              "services" + (at == 0 ? "" : String.valueOf(at)) + ".json", services[at]));
    }
    return InclusionImport.read(
        files, ImportCases.FRENCH, new AreasOfCodes(Sample.directory().zones()), findings);
  }
}
