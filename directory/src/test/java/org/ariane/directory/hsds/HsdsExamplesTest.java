package org.ariane.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.exchange.Assumptions;
import org.ariane.directory.exchange.DirectoryDiff;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.ImportCases;
import org.ariane.directory.exchange.Imported;
import org.ariane.directory.json.JsonLines;
import org.ariane.directory.place.Country;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of the standard. They show every field and are full of what cannot be meant: a
/// latitude of 100, hours that ended in 2005, a number in quotes.
class HsdsExamplesTest {
  private final Findings findings = new Findings();

  @Test
  void theFullServiceIsTakenAsFarAsItCanBeMeant() throws IOException {
    Service service = read("service_full.json").services().getFirst().service();

    assertThat(service.id().value()).isEqualTo("there-ac148810-d857-441c-9679-408f346de14b");
    assertThat(service.name()).isEqualTo("Community Counselling");
    assertThat(service.languages())
        .singleElement()
        .satisfies(spoken -> assertThat(spoken.language()).isEqualTo(new Language("ur")));
    assertThat(service.channels())
        .singleElement()
        .isInstanceOfSatisfying(
            ServiceChannel.Phone.class,
            phone -> assertThat(phone.number().dialled()).isEqualTo("+441234234567"));
    assertThat(service.site()).as("latitude 100").isEmpty();
    assertThat(service.premises()).isInstanceOf(Premises.Shown.class);
    assertThat(service.particulars().cost().charge()).isEqualTo(Cost.Charge.PAID);
    assertThat(service.particulars().accessibility().orElse("")).contains("induction loops");
    assertThat(service.confirmedAt()).hasToString("2005-01-01");
  }

  @Test
  void whatCannotBeMeantIsToldWithItsLine() throws IOException {
    read("service_full.json");

    assertThat(ImportCases.told(findings))
        .contains(
            "service_full.json:44: /schedules/0/valid_to: dropped: hours with valid_to are not"
                + " understood",
            "service_full.json:27: /phones/0/extension: dropped: extensions are not dialled",
            "service_full.json:153: /service_at_locations/0/location/latitude: dropped: not a"
                + " point on the globe");
  }

  @Test
  void whatADirectoryHasNoPlaceForIsListed() throws IOException {
    read("service_full.json");

    assertThat(findings.notHeld().keySet())
        .contains(
            "service.wait_time",
            "service.eligibility_description",
            "service.funding",
            "service.required_documents",
            "service.attributes of other taxonomies",
            "location.transportation",
            "address.state_province");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"service_full.json", "organization_full.json", "service_at_location_full.json"})
  void theyComeBackAsTheyWent(String example) throws IOException {
    Imported first = read(example);
    Directory directory = ImportCases.directory(first);

    Imported second = again(directory, Country.FR);

    assertThat(first.services()).hasSize(1);
    assertThat(DirectoryDiff.between(directory, ImportCases.directory(second)).lines())
        .containsExactly("nothing changes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_list.json", "organization_list.json"})
  void listsWithoutOrganisationsOrServicesAreRefusedWithTheReason(String example)
      throws IOException {
    Findings told = new Findings();
    Imported imported =
        HsdsImport.read(
            List.of(ImportCases.source(ImportCases.conformance("hsds/examples/" + example), told)),
            ImportCases.FRENCH,
            told);

    assertThat(imported.services()).isEmpty();
    assertThat(told.clean()).isFalse();
  }

  private Imported read(String example) throws IOException {
    return HsdsImport.read(
        List.of(ImportCases.source(ImportCases.conformance("hsds/examples/" + example), findings)),
        ImportCases.FRENCH,
        findings);
  }

  static Imported again(Directory directory, Country country) {
    Findings told = new Findings();
    String json = JsonLines.text(HsdsExport.page(directory));
    Imported imported =
        HsdsImport.read(
            List.of(ImportCases.text("export.json", json)), Assumptions.of("there", country), told);
    assertThat(ImportCases.told(told)).isEmpty();
    assertThat(told.notHeld().keySet()).isSubsetOf(Set.of());
    return imported;
  }
}
