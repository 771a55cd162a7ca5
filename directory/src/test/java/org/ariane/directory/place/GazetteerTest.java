package org.ariane.directory.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class GazetteerTest {
  private final List<RegisteredCommune> communes =
      List.of(
          commune("FR", "59350", "Lille"),
          commune("FR", "93066", "Saint-Denis"),
          commune("FR", "97411", "Saint-Denis"),
          commune("FR", "94038", "L'Haÿ-les-Roses"),
          commune("FR", "94043", "Le Kremlin-Bicêtre"),
          commune("FR", "59183", "Dunkerque"),
          commune("FR", "80829", "Y"),
          commune("FR", "62498", "Lens"),
          commune("FR", "51319", "Châlons-sur-Vesle"),
          commune("BE", "62063", "Liège", "Luik", "Lüttich"),
          commune("BE", "55022", "La Louvière"),
          commune("BE", "21004", "Bruxelles", "Brussel"),
          commune("BE", "21013", "Saint-Gilles", "Sint-Gillis"));
  private final Gazetteer gazetteer = new Gazetteer(communes);

  @ParameterizedTest
  @CsvSource({
    "lille, 59350",
    "LILLE, 59350",
    "Lile, 59350",
    "Lilel, 59350",
    "Denis, ''",
    "St Denis, 93066 97411",
    "saint denis, 93066 97411",
    "Sait-Denis, 93066 97411",
    "hay les roses, 94038",
    "L’Hay-les-Roses, 94038",
    "Kremlin Bicetre, 94043",
    "le kremlin-bissetre, 94043",
    "Dunquerque, 59183",
    "Luik, 62063",
    "luttich, 62063",
    "Lutich, 62063",
    "Louviere, 55022",
    "la louvierre, 55022",
    "Brussel, 21004",
    "Bruxels, 21004",
    "sint gillis, 21013",
    "St-Gilles, 21013",
    "Chalons s/ Vesle, 51319",
    "y, 80829",
    "Lens, 62498",
    "Paris, ''",
    "'-', ''",
    "94700, ''",
  })
  void aNameIsFoundAsPeopleWriteIt(String written, String codes) {
    assertThat(
            String.join(
                " ",
                gazetteer.named(written).stream()
                    .map(found -> found.commune().code().code())
                    .toList()))
        .isEqualTo(codes);
  }

  @Test
  void whatIsCalledSoToTheLetterHidesWhatIsOnlyLikeIt() {
    Gazetteer both =
        new Gazetteer(List.of(commune("FR", "62498", "Lens"), commune("FR", "01001", "Lans")));

    assertThat(both.named("Lens")).extracting(Gazetteer.Likeness::slips).containsExactly(0);
    assertThat(both.named("Lins")).hasSize(2);
  }

  @Test
  void ambiguousNamesAreToldApartByTheirDepartment() {
    assertThat(gazetteer.named("Saint-Denis"))
        .extracting(found -> found.commune().code().department())
        .containsExactly("93", "974");
  }

  @Test
  void theAnswerDoesNotDependOnTheOrderOfFiles() {
    List<RegisteredCommune> shuffled = new ArrayList<>(communes);
    Collections.shuffle(shuffled, new Random(3));

    assertThat(new Gazetteer(shuffled).named("st denis")).isEqualTo(gazetteer.named("st denis"));
  }

  @Test
  void aQuestionTooLongIsNoName() {
    assertThat(gazetteer.named("a".repeat(81))).isEmpty();
  }

  @Test
  void aBorderBelongsToBothAndIsNamedBySizeThenCode() {
    Gazetteer drawn =
        new Gazetteer(List.of(drawn("59003", 2, 2), drawn("59002", 1, 1), drawn("59001", 4, 2)));

    assertThat(codes(drawn.allAt(new Position(48.5, 2)))).containsExactly("59002", "59003");
    assertThat(drawn.at(new Position(48.5, 2)).map(RegisteredCommune::code))
        .contains(new CommuneCode(Country.FR, "59002"));
    assertThat(codes(drawn.allAt(new Position(48.5, 4)))).containsExactly("59001", "59003");
    assertThat(drawn.at(new Position(48.5, 9))).isEmpty();
  }

  private static List<String> codes(List<RegisteredCommune> communes) {
    return communes.stream().map(each -> each.code().code()).toList();
  }

  private static RegisteredCommune drawn(String code, double lon, double width) {
    Envelope box = new Envelope(lon, lon + width, 48, 49);
    return new RegisteredCommune(
        new CommuneCode(Country.FR, code),
        List.of("c" + code),
        Set.of(),
        Optional.of(Outline.of(new GeometryFactory().toGeometry(box))));
  }

  private static RegisteredCommune commune(String country, String code, String... names) {
    return new RegisteredCommune(
        new CommuneCode(new Country(country), code),
        Arrays.asList(names),
        Set.of(),
        Optional.empty());
  }
}
