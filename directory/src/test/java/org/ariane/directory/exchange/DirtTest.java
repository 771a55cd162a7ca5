package org.ariane.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What real files are full of.
class DirtTest {
  private static final Place HERE = new Place("file.json", 3);

  private final Findings findings = new Findings();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>On l&#39;&eacute;coute.</p><br/>Sans <b>rendez-vous</b> | On l'écoute.@@Sans rendez-vous
          FranÃ§ais et Ã©tranger                                     | Français et étranger
          &lt;b&gt;gras&lt;/b&gt; &amp;amp; plus                    | gras & plus
          moins de 18 ans : < 18, 3 > 2 & 1                         | moins de 18 ans : < 18, 3 > 2 & 1
          <script>alert(1)</script>reste<style>p{}</style>          | reste
          <ul><li>un</li><li>deux</li></ul>                         | - un@@- deux
          unclosed <a href=                                         | unclosed
          """)
  void textsBecomePlain(String written, String plain) {
    assertThat(PlainTexts.plain(written.strip())).isEqualTo(plain.strip().replace("@", "\n"));
  }

  @Test
  void charactersThatNobodySeesAreLeftOut() {
    assertThat(PlainTexts.plain("a\u0000b\u202Ec\uFEFF\uD800 d\u00A0\u00A0e")).isEqualTo("abc d e");
  }

  @ParameterizedTest
  @CsvSource({
    "03 20 00 00 00, FR, +33320000000",
    "03.20.00.00.00, FR, +33320000000",
    "+33 (0)3 20 00 00 00, FR, +33320000000",
    "0033320000000, FR, +33320000000",
    "320000000, FR, +33320000000",
    "tel:+33320000000, FR, +33320000000",
    "03 20 00 00 00 / 06 00 00 00 00, FR, +33320000000",
    "03 20 00 00 00 ou 3919, FR, +33320000000",
    "3919, FR, 3919",
    "0800 30 030, BE, +3280030030",
    "2 700 00 00, BE, +3227000000"
  })
  void numbersAreReadInAnySpelling(String written, String country, String dialled) {
    assertThat(Reach.number(item(written), "key", new Country(country)))
        .contains(new PhoneNumber(dialled));
  }

  @ParameterizedTest
  @CsvSource({"'3,32E+08', FR", "0320, FR", "standard, FR", "03 20, FR", "99, FR"})
  void halfNumbersAreNone(String written, String country) {
    assertThat(Reach.number(item(written), "key", new Country(country))).isEmpty();
    assertThat(findings.count(Finding.Severity.DROPPED)).isEqualTo(1);
    assertThat(findings.kept().getFirst().toString()).startsWith("file.json:3: /0/key: dropped: ");
  }

  @ParameterizedTest
  @CsvSource({
    "FR, 48.8, 2.4, ''",
    "FR, 2.4, 48.8, lat and lon are swapped",
    "FR, -20.9, 55.5, ''",
    "FR, 55.5, -20.9, lat and lon are swapped",
    "FR, 0, 0, lies outside FR",
    "FR, 4.9, -52.3, ''",
    "BE, 50.8, 4.4, ''",
    "BE, 4.4, 50.8, lat and lon are swapped",
    "BE, 48.8, 2.4, lies outside BE",
    "FR, 100, 101, not a point on the globe"
  })
  void pointsAreHeldAgainstTheirCountry(String country, double lat, double lon, String against) {
    assertThat(Outside.of(new Country(country), lat, lon).orElse("")).isEqualTo(against);
  }

  @Test
  void aLostZeroOfAPostcodeIsPutBackAndTold() {
    assertThat(Reach.postcode(item("1000"), "key", Country.FR)).contains("01000");
    assertThat(findings.count(Finding.Severity.REPAIRED)).isEqualTo(1);
    assertThat(Reach.postcode(item("1000"), "key", Country.BE)).contains("1000");
    assertThat(findings.count(Finding.Severity.REPAIRED)).isEqualTo(1);
  }

  @Test
  void filesAreReadInTheEncodingTheyCameIn() {
    String text = "a\nHébergement d’urgence\n";
    Charset windows = Charset.forName("windows-1252");

    assertThat(read(text.getBytes(StandardCharsets.UTF_8))).contains(text);
    assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).contains(text);
    assertThat(read(text.getBytes(StandardCharsets.UTF_16))).contains(text);
    assertThat(findings.kept()).isEmpty();
    assertThat(read(text.getBytes(windows))).contains(text);
    assertThat(findings.kept().getFirst())
        .hasToString("file.csv:2: repaired: not in UTF-8: read as windows-1252");
  }

  @Test
  void binaryDataIsNoText() {
    assertThat(read(new byte[] {'P', 'K', '\n', 0, 4})).isEmpty();
    assertThat(findings.kept().getFirst())
        .hasToString("file.csv:2: unreadable: binary data, not text");
  }

  @Test
  void ofManyFindingsTheFirstAreKeptAndAllAreCounted() {
    for (int times = 0; times < 5_000; times++) {
      findings.add(Finding.Severity.DROPPED, HERE, "", "again");
    }
    assertThat(findings.kept()).hasSize(1_000);
    assertThat(findings.count(Finding.Severity.DROPPED)).isEqualTo(5_000);
  }

  @Test
  void idsAreKeptOrBecomeADigestButNeverOneForTwo() {
    assertThat(SourceIds.of("there", "abc-12")).isEqualTo("there-abc-12");
    assertThat(SourceIds.of("there", "dora--A:1")).matches("there-x[0-9a-f]{12}");
    assertThat(SourceIds.of("there", "dora--A:1")).isNotEqualTo(SourceIds.of("there", "dora--a:1"));
  }

  private Optional<String> read(byte[] bytes) {
    return SourceText.of("file.csv", bytes, findings).map(SourceText::text);
  }

  private Item item(String written) {
    return new Item(
        new Raw.Entry(Map.of("key", new Raw.Text(written, HERE)), HERE), "/0", findings);
  }
}
