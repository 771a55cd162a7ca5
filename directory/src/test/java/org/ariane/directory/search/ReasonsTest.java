package org.ariane.directory.search;

import static org.ariane.directory.search.QueryBuilder.anybody;
import static org.ariane.directory.search.SearchFixture.IN_TOWN;
import static org.ariane.directory.search.SearchFixture.hours;
import static org.ariane.directory.search.SearchFixture.only;
import static org.ariane.directory.search.SearchFixture.service;
import static org.ariane.directory.search.SearchFixture.zones;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "24/7 | open | Open at all hours |",
        "Mo-Fr 09:00-17:00 | open | Open on Monday to Friday 09:00-17:00 |",
        "Mo 13:00-14:00 | closed | Closed; opens 13:00 | 2027-02-01T13:00:00+01:00",
        "Tu 13:00-14:00 | closed | Closed; opens Tuesday 13:00 | 2027-02-02T13:00:00+01:00",
        "Mar 10 09:00-10:00 | closed | Closed; opens 10 March 2027 09:00 | 2027-03-10T09:00:00+01:00",
        "off | closed | Closed, with no opening known |",
        "unknown | perhaps-open | Perhaps open |",
        "Mo 09:00-14:00 \"by appointment\"; Tu 09:00-10:00 | perhaps-open | Perhaps open: by appointment; certainly open Tuesday 09:00 | 2027-02-02T09:00:00+01:00",
      })
  void saysWhetherAndWhenItIsOpen(String hours, String code, String text, String opening) {
    ServiceMatch match = only(anybody().query(), service("s").open(hours).build());

    assertThat(match.open()).isEqualTo(code.equals("open"));
    assertThat(match.reasons()).containsExactly(new Reason(code, text));
    assertThat(match.nextOpening().map(String::valueOf).orElse(""))
        .isEqualTo(opening == null ? "" : OffsetDateTime.parse(opening).toInstant().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr       | 24/7 | fr       | fr    | language          | French spoken",
        "fr ar@Mo | 24/7 | ar       | ar    | language          | Arabic on Monday",
        "fr ar@Tu | 24/7 | ar       | fr    | language.fallback | Arabic from Tuesday 00:00; French now",
        "fr ar@14:00-15:00 | 24/7 | ar | fr | language.fallback | Arabic from 14:00; French now",
        "fr ar@Tu | Mo-Fr 09:00-17:00 | ar | fr | language.fallback | Arabic from Tuesday 09:00; French now",
        "fr ar@Sa | Mo-Fr 09:00-17:00 | ar | fr | language.fallback | No Arabic; French now",
        "fr       | 24/7 | ar       | fr    | language.fallback | No Arabic; French now",
        "fr ar@Tu | Tu 09:00-17:00 | ar | ar | language         | Arabic on Tuesday",
        "fr ar@We | Tu-We 09:00-17:00 | ar | fr | language.fallback | Arabic from Wednesday 09:00; French at the next opening",
        "nl       | 24/7 | nl-BE    | nl    | language          | Dutch spoken",
        "nl-BE    | 24/7 | nl       | nl-BE | language.fallback | No Dutch; Dutch (Belgium) now",
        "nl nl-BE | 24/7 | nl-BE    | nl-BE | language          | Dutch (Belgium) spoken",
        "ar@Tu fr | 24/7 | de       | fr    | language.fallback | No German; French now",
      })
  void saysInWhichLanguageSheIsAnswered(
      String spoken, String hours, String wanted, String served, String code, String text) {
    Service service = service("s").speaks(spoken.split(" (?=[a-z])", -1)).open(hours).build();

    ServiceMatch match = only(anybody().speaking(wanted).query(), service);

    assertThat(match.languageServed().tag()).isEqualTo(served);
    assertThat(match.reasons()).contains(new Reason(code, text));
  }

  @Test
  void withoutALanguageTheFirstThatIsSpokenNowServes() {
    Service service = service("s").speaks("ar@Tu", "fr", "en").build();

    ServiceMatch match = only(anybody().query(), service);

    assertThat(match.languageServed().tag()).isEqualTo("fr");
    assertThat(match.reasons()).extracting(Reason::code).containsExactly("open");
  }

  @Test
  void aRecordWithoutLanguagesSaysSo() {
    ServiceMatch match = only(anybody().speaking("ar").query(), service("s").speaks().build());

    assertThat(match.reasons()).contains(new Reason("language.unknown", "Languages not known"));
  }

  @Test
  void onlyTheWantedChannelCountsForBeingOpen() {
    Service service =
        service("s")
            .by(
                List.of(
                    new ServiceChannel.Desk(hours("Tu")),
                    new ServiceChannel.Web("https://example.org", hours("24/7"))))
            .build();

    assertThat(only(anybody().query(), service).open()).as("a page is no human").isFalse();
    assertThat(only(anybody().by("web").query(), service).open()).isTrue();
    assertThat(only(anybody().by("desk").query(), service).open()).isFalse();
  }

  @Test
  void saysWhomAndWhereItTakesAndWhereToAskFirst() {
    Service service =
        service("s").takes(Audience.WOMAN, Audience.WITH_CHILDREN).in(zones("town")).build();

    assertThat(only(anybody().at(IN_TOWN).who(Audience.WOMAN).query(), service).reasons())
        .contains(
            new Reason("public", "Takes women, people with children"),
            new Reason("place", "Takes people from there"));
    assertThat(
            only(anybody().who(Audience.WOMAN, Audience.WITHOUT_PAPERS).query(), service).reasons())
        .contains(
            new Reason("public.unknown", "Ask first: not said for people without papers"),
            new Reason("place.unknown", "Takes people from its own area only"));
  }
}
