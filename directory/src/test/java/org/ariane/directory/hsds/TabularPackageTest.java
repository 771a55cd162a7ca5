package org.ariane.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.ImportCases;
import org.ariane.directory.exchange.Imported;
import org.ariane.directory.exchange.SourceText;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceKind;
import org.junit.jupiter.api.Test;

class TabularPackageTest {
  private final Findings findings = new Findings();

  @Test
  void tablesArePutTogetherToServices() {
    Imported imported = read();

    Service first = imported.services().getFirst().service();
    assertThat(first.name()).isEqualTo("Écoute, accueil");
    assertThat(first.particulars().description()).contains("Listens.\nEvery day.");
    assertThat(first.languages())
        .extracting(spoken -> spoken.language())
        .containsExactly(Language.FR, Language.AR);
    assertThat(first.channels())
        .extracting(channel -> channel.kind() + " " + channel.hours().text())
        .containsExactly("phone Mo,Tu 09:00-17:00, Sa[1] 10:00-12:00", "web 24/7");
    assertThat(first.site()).as("turned round").isEmpty();
    assertThat(first.premises().address().flatMap(address -> address.postcode())).contains("01000");
  }

  @Test
  void aShelterIsReachedByTheNumberOfItsPlaceWhichIsNotHeld() {
    Service shelter = read().services().get(1).service();

    assertThat(shelter.kind()).isEqualTo(ServiceKind.SHELTER);
    assertThat(shelter.channels()).hasSize(1);
    assertThat(shelter.premises()).isEqualTo(new Premises.Protected());
  }

  @Test
  void eachFindingNamesItsTableAndRow() {
    read();

    assertThat(ImportCases.told(findings))
        .contains(
            "services.csv:4: left out: its status is not active",
            "phones.csv:3: /phones/1/type: dropped: not a telephone on which people speak",
            "phones.csv:4: /service_at_locations/0/location/phones/0/number: repaired: the leading"
                + " zero of the number was lost",
            "locations.csv:3: /service_at_locations/0/location/latitude: dropped: lat and lon are"
                + " swapped");
  }

  private Imported read() {
    List<SourceText> files =
        TabularCases.FILES.entrySet().stream()
            .map(each -> ImportCases.text(each.getKey(), each.getValue()))
            .toList();
    return HsdsImport.read(files, ImportCases.FRENCH, findings);
  }
}
