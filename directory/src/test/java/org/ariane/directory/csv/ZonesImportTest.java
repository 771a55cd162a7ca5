package org.ariane.directory.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import org.ariane.directory.exchange.Findings;
import org.ariane.directory.exchange.ImportCases;
import org.ariane.directory.exchange.ZoneDefaults;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.junit.jupiter.api.Test;

class ZonesImportTest {
  private final Findings findings = new Findings();

  @Test
  void rowsOfOneZoneArePutTogether() {
    String text =
        read("""
        zone;name;postcode;commune;commune_name;chain
        x-lille;"Lille; et autour";59000;59350;Lille;fr-59-cic,fr-94-cic/second
        x-lille;;59800;59350;Lille;
        x-bourg;Bourg;1000;1053;Bourg-en-Bresse;
        """)
            .getOrDefault("import-there-zones.yaml", "");

    assertThat(text)
        .contains(
            "\"x-lille\"",
            "\"Lille; et autour\"",
            "\"59000\"",
            "\"59800\"",
            "\"59350\"",
            "\"fr-94-cic/second\"",
            "\"01000\"",
            "\"01053\"",
            "\"Bourg-en-Bresse\"");
    assertThat(ImportCases.told(findings))
        .containsExactly(
            "zones.csv:4: /postcode: repaired: the leading zero of the postcode was lost",
            "zones.csv:4: /commune: repaired: the leading zero of the commune's code was lost");
  }

  @Test
  void badRowsAreNamedWithTheirLines() {
    read(
        """
        zone,postcode,commune
        Not An Id,59000,
        x-one,,
        x-two,590000,
        x-three,,9999999
        x-four,59000,59350,surplus
        """);

    assertThat(ImportCases.told(findings))
        .containsExactly(
            "zones.csv:6: left out: the row has 4 cells for 3 columns",
            "zones.csv:2: left out: the id of a zone is lower-case words joined by hyphens",
            "zones.csv:3: left out: it names no postcode and no commune",
            "zones.csv:4: /postcode: dropped: not a postcode of FR",
            "zones.csv:4: left out: it names no postcode and no commune",
            "zones.csv:5: left out: not the code of a commune of FR");
  }

  @Test
  void aTableWithoutItsColumnsOrWithAnOpenQuoteIsUnreadable() {
    assertThat(read("name,city\nA,B\n")).isEmpty();
    assertThat(read("zone,postcode\nx-one,59000\nx-two,\"590\n")).isEmpty();
    assertThat(read("")).isEmpty();

    assertThat(ImportCases.told(findings))
        .containsExactly(
            "zones.csv:1: unreadable: the table needs the columns zone and postcode or commune",
            "zones.csv:3: unreadable: a quote, a cell or a row has no end",
            "zones.csv:1: unreadable: the table is empty");
  }

  private SortedMap<String, String> read(String table) {
    return ZonesImport.read(
        ImportCases.text("zones.csv", table),
        new ZoneDefaults("there", Country.FR, List.of(ChainStep.parse("fr-94-cic")), "112"),
        findings);
  }
}
