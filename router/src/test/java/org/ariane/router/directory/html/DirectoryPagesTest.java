package org.ariane.router.directory.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.ServiceKind;
import org.ariane.directory.yaml.DirectoryCheck;
import org.ariane.directory.yaml.DirectoryFiles;
import org.ariane.directory.yaml.DirectoryLoad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of the directory over the sample.
class DirectoryPagesTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-24T23:00:00Z");
  private static final Directory DIRECTORY =
      ((DirectoryLoad.Loaded) DirectoryFiles.load(Path.of("../directory/sample"))).directory();

  private static String answer(String form, Instant at) {
    return new SearchPage(DIRECTORY, Words.of("en"), at).answer(Question.of(form));
  }

  @Test
  void everyLanguageHasEveryWord() {
    for (String language : Words.LANGUAGES) {
      assertThat(Words.of(language).keys())
          .containsExactlyElementsOf(Words.of("fr").keys().toList());
    }
    for (String reason : ServiceCard.TOLD) {
      assertThat(Words.of("de").say("reason." + reason)).isNotBlank();
    }
    for (ServiceKind kind : ServiceKind.values()) {
      assertThat(Words.of("nl").say("kind." + kind.wireName())).isNotBlank();
    }
    for (Audience audience : Audience.values()) {
      assertThat(Words.of("ar").say("public." + audience.wireName())).isNotBlank();
    }
  }

  @Test
  void whoIsOpenComesFirstAndWhoIsClosedSaysWhenItOpens() {
    assertThat(answer("place=59000&language=fr", TUESDAY))
        .contains("tel:", "Association exemple Lille", "call 112");
    assertThat(answer("place=59000&language=fr&kind=association", NIGHT))
        .contains("closed", "opens Wednesday 25 November, 09:00");
  }

  @ParameterizedTest
  @CsvSource({
    "place=75%3Cscript%3E, No such postcode or town",
    "place=59000&kind=prosecutor&language=zh, No known service fits",
    "'', services, the best fit first",
    "place=%zz&language=%, services",
  })
  void whatCannotBeReadIsToldOrLeftOut(String form, String said) {
    String page = answer(form, TUESDAY);
    assertThat(page).contains(said).doesNotContain("<script");
  }

  @ParameterizedTest
  @CsvSource({
    "place=Lile, Association exemple Lille",
    "place=maisons+alfort, Booklet to print: Maisons-Alfort",
  })
  void aTownIsFoundByNameWithSlipsOfThePen(String form, String said) {
    assertThat(answer(form, TUESDAY)).contains(said).doesNotContain("aria-invalid");
  }

  @Test
  void ofSeveralTownsOfANameSheChooses() {
    SearchPage page = over("communes: [{postcode: \"97400\", name: Lille}]");

    assertThat(page.answer(Question.of("place=Lille")))
        .contains("Which one do you mean?", "value=\"59000\"", "value=\"97400\"")
        .contains("aria-describedby=\"place-wrong\"")
        .doesNotContain("class=\"services\"");
    // Enter presses the first button: it must not choose a town.
    String asked = page.answer(Question.of("place=Lille"));
    assertThat(asked.indexOf(">Search<")).isLessThan(asked.indexOf("value=\"59000\""));
    assertThat(page.answer(Question.of("place=Lille&place=59000"))).contains("Lille");
  }

  @Test
  void whatClosesSoonSaysWhenAndPlacesSayWhoSaidSo() {
    SearchPage page =
        over(
            """
            services:
              - id: sample-fr-soon
                organisation: sample-fr-59
                name: Soon (sample)
                kind: shelter
                country: FR
                languages: [fr]
                coverage: {countries: [FR]}
                cost: free
                listeners: [woman]
                places: {free: 2, confirmed-at: "2026-11-24T08:00:00Z", expires: "2026-11-24T20:00:00Z"}
                channels: [{kind: phone, number: 03 53 01 00 77, hours: "Tu 08:00-10:20"}]
                confirmed-at: 2026-11-01
                sample: true
            """);
    assertThat(page.answer(Question.of("kind=shelter&listener=woman&free=yes&accessible=yes")))
        .contains("closes at 10:20")
        .contains("Places free: 2.", "Said by the service on Tuesday 24 November, 09:00")
        .contains("counts until Tuesday 24 November, 21:00")
        .contains("somebody of that gender listens", "Free of charge.")
        .contains("Ask first how the door is reached");
    assertThat(page.answer(Question.of("kind=shelter&listener=man"))).doesNotContain("Soon (");
  }

  private static SearchPage over(String more) {
    DirectoryLoad load =
        DirectoryFiles.draft(
            Path.of("../directory/sample"), "more.yaml", more, DirectoryCheck.NONE);
    return new SearchPage(((DirectoryLoad.Loaded) load).directory(), Words.of("en"), TUESDAY);
  }

  @Test
  void programmesForPerpetratorsAreShownOnlyToWhoeverAsksForThem() {
    assertThat(answer("place=94700", TUESDAY)).doesNotContain("08 019", "0801901911");
    assertThat(answer("public=perpetrator", TUESDAY)).contains("0801901911");
    assertThat(answer("kind=perpetrator-programme", TUESDAY)).contains("0801901911");
  }

  @Test
  void norIsAHelplineForPerpetratorsThatTheSearchOnlyRanksLast() {
    DirectoryLoad more =
        DirectoryFiles.draft(
            Path.of("../directory/sample"),
            "more.yaml",
            """
            services:
              - id: sample-fr-perpetrators
                organisation: sample-fr-59
                name: Stop (sample)
                kind: hotline
                country: FR
                public: [perpetrator]
                languages: [fr]
                coverage: {countries: [FR]}
                channels: [{kind: phone, number: 03 53 01 00 77, hours: 24/7}]
                confirmed-at: 2026-11-01
                sample: true
            """,
            DirectoryCheck.NONE);
    SearchPage page =
        new SearchPage(((DirectoryLoad.Loaded) more).directory(), Words.of("en"), TUESDAY);
    assertThat(page.answer(Question.of("place=59000"))).doesNotContain("Stop (sample)");
    assertThat(page.answer(Question.of("place=59000&public=perpetrator")))
        .contains("Stop (sample)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr-94", "fr-59", "be-bru-region"})
  void codesOfABookletScanAsTheNumberBesideThem(String zone) throws Exception {
    String page =
        new Booklet(DIRECTORY, Words.of("fr"), TUESDAY)
            .of(DIRECTORY.zone(new ZoneId(zone)).orElseThrow());
    Matcher codes =
        Pattern.compile(
                "aria-label=\"([^\"]*)\" class=\"qr\"[^>]*viewBox=\"0 0 (\\d+) \\d+\"><path d=\"([^\"]*)\"")
            .matcher(page);
    int found = 0;
    while (codes.find()) {
      String number = codes.group(1).substring(codes.group(1).lastIndexOf(' ') + 1);
      assertThat(scanned(Integer.parseInt(codes.group(2)), codes.group(3)))
          .isEqualTo("tel:" + number);
      found++;
    }
    assertThat(found).isGreaterThan(1);
    assertThat(page).contains("En danger maintenant", "Si elle est en danger");
  }

  /// One that is drawn only has no postcode to ask by.
  @Test
  void bookletOfAZoneWithoutPostcodesHoldsWhoHelpsThereAlone() {
    Zone drawn = DIRECTORY.zone(new ZoneId("fr-59")).orElseThrow();
    Zone only =
        new Zone(
            drawn.id(),
            drawn.name(),
            drawn.country(),
            drawn.area(),
            Set.of(),
            Set.of(),
            drawn.chain(),
            drawn.agreedNumber(),
            drawn.emergencyNumber(),
            drawn.expectedDelay(),
            drawn.sample());
    assertThat(new Booklet(DIRECTORY, Words.of("fr"), TUESDAY).of(only))
        .contains("Association exemple Lille")
        .doesNotContain("Bruxelles", "1712");
  }

  private static String scanned(int size, String path) throws Exception {
    int scale = 8;
    int[] pixels = new int[size * scale * size * scale];
    Arrays.fill(pixels, 0xFFFFFF);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(path);
    while (module.find()) {
      int x = Integer.parseInt(module.group(1)) * scale;
      int y = Integer.parseInt(module.group(2)) * scale;
      for (int row = 0; row < scale; row++) {
        Arrays.fill(pixels, (y + row) * size * scale + x, (y + row) * size * scale + x + scale, 0);
      }
    }
    RGBLuminanceSource source = new RGBLuminanceSource(size * scale, size * scale, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
