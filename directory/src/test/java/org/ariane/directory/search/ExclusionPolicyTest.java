package org.ariane.directory.search;

import static org.ariane.directory.search.QueryBuilder.anybody;
import static org.ariane.directory.search.SearchFixture.IN_TOWN;
import static org.ariane.directory.search.SearchFixture.against;
import static org.ariane.directory.search.SearchFixture.found;
import static org.ariane.directory.search.SearchFixture.service;
import static org.ariane.directory.search.SearchFixture.zones;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Position;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExclusionPolicyTest {
  private static final Service FRENCH = service("s").build();
  private static final Service BELGIAN =
      service("s").in(new Coverage.Nationwide(Set.of(Country.BE))).build();
  private static final Service OF_TOWN = service("s").in(zones("town")).build();
  private static final Service OF_COUNTY = service("s").in(zones("county")).build();
  private static final Service OF_FAR = service("s").in(zones("far")).build();
  private static final Service OF_LISTED = service("s").in(zones("listed")).build();

  static Stream<Arguments> places() {
    Position nowhere = new Position(45, 4);
    return Stream.of(
        Arguments.of("town by position", anybody().at(IN_TOWN), OF_TOWN, true),
        Arguments.of("county around the town", anybody().at(IN_TOWN), OF_COUNTY, true),
        Arguments.of("town by postcode", anybody().in("94000"), OF_TOWN, true),
        Arguments.of("county around the postcode", anybody().in("94000"), OF_COUNTY, true),
        Arguments.of("county only", anybody().in("94100"), OF_TOWN, false),
        Arguments.of("other zone by position", anybody().at(IN_TOWN), OF_FAR, false),
        Arguments.of("other zone by postcode", anybody().in("94000"), OF_FAR, false),
        Arguments.of("position before postcode", anybody().at(IN_TOWN).in("59000"), OF_FAR, false),
        Arguments.of("postcode if nowhere", anybody().at(nowhere).in("94000"), OF_TOWN, true),
        Arguments.of("no area, so perhaps here", anybody().at(IN_TOWN), OF_LISTED, true),
        Arguments.of("its postcode", anybody().in("94200"), OF_LISTED, true),
        Arguments.of("another postcode", anybody().in("94000"), OF_LISTED, false),
        Arguments.of("place unknown", anybody(), OF_FAR, true),
        Arguments.of("own country", anybody().in("59000"), FRENCH, true),
        Arguments.of("own country, no zone", anybody().in("13001"), FRENCH, true),
        Arguments.of("other country", anybody().in("94000"), BELGIAN, false),
        Arguments.of("other country by position", anybody().at(IN_TOWN), BELGIAN, false),
        Arguments.of("country unknown", anybody().at(nowhere), BELGIAN, true),
        Arguments.of("place unknown, other country", anybody(), BELGIAN, true));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("places")
  void placeExcludesOnlyWhereItIsKnown(
      String situation, QueryBuilder query, Service service, boolean taken) {
    assertThat(found(query.query(), service)).as(situation).hasSize(taken ? 1 : 0);
    assertThat(against(query.query(), service))
        .isEqualTo(
            taken ? List.of() : List.of(new Reason("place", "Does not take people from there")));
  }

  static Stream<Arguments> people() {
    Set<Audience> nobodySaid = Set.of();
    Set<Audience> woman = Set.of(Audience.WOMAN);
    Set<Audience> man = Set.of(Audience.MAN);
    Set<Audience> child = Set.of(Audience.CHILD);
    return Stream.of(
        Arguments.of(nobodySaid, nobodySaid, true),
        Arguments.of(nobodySaid, woman, true),
        Arguments.of(woman, nobodySaid, true),
        Arguments.of(woman, woman, true),
        Arguments.of(man, woman, false),
        Arguments.of(child, woman, false),
        Arguments.of(woman, child, false),
        Arguments.of(woman, Set.of(Audience.WOMAN, Audience.CHILD), true),
        Arguments.of(
            Set.of(Audience.MAN, Audience.WITH_CHILDREN),
            Set.of(Audience.WOMAN, Audience.WITH_CHILDREN),
            false),
        Arguments.of(Set.of(Audience.WITHOUT_PAPERS), woman, true),
        Arguments.of(Set.of(Audience.WOMAN, Audience.WITHOUT_PAPERS), woman, true),
        Arguments.of(woman, Set.of(Audience.LGBTQ), true),
        Arguments.of(Set.of(Audience.PERPETRATOR, Audience.MAN), man, false),
        Arguments.of(Set.of(Audience.PERPETRATOR), Set.of(Audience.PERPETRATOR), true));
  }

  @ParameterizedTest
  @MethodSource("people")
  void onlyWhoSomebodyIsExcludesAndNeverHerCircumstances(
      Set<Audience> person, Set<Audience> taken, boolean expected) {
    ServiceQuery query = anybody().who(person.toArray(Audience[]::new)).query();
    Service service = service("s").takes(taken.toArray(Audience[]::new)).build();

    assertThat(found(query, service)).hasSize(expected ? 1 : 0);
    assertThat(against(query, service)).extracting(Reason::code).allMatch("public"::equals);
  }

  @ParameterizedTest
  @CsvSource({
    "urn:service:counseling, urn:service:counseling, true",
    "urn:service:counseling.children, urn:service:counseling, true",
    "URN:service:Counseling.children, urn:service:counseling, true",
    "urn:service:counseling, urn:service:counseling.children, false",
    "urn:service:counselingx, urn:service:counseling, false",
    "urn:service:shelter, urn:service:counseling, false",
  })
  void aNeedIsAnsweredByItsNameOrAParent(String need, String offered, boolean expected) {
    ServiceQuery query = anybody().need(need).query();

    assertThat(found(query, service("s").needs(offered).build())).hasSize(expected ? 1 : 0);
  }

  @Test
  void aRecordWithoutNeedsIsNotPassedOver() {
    ServiceQuery query = anybody().need("urn:service:shelter").query();

    assertThat(found(query, service("s").needs().build())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"phone, true", "desk, false", "web, false", "pigeon, false"})
  void aServiceWithoutTheWantedChannelIsPassedOver(String channel, boolean expected) {
    ServiceQuery query = anybody().by(channel).query();

    assertThat(found(query, FRENCH)).hasSize(expected ? 1 : 0);
    assertThat(against(query, FRENCH))
        .extracting(Reason::code)
        .isEqualTo(expected ? List.of() : List.of("channel"));
  }

  @Test
  void programmesForPerpetratorsAreOnlyForThoseWhoAsk() {
    Service programme =
        service("s")
            .kind(ServiceKind.PERPETRATOR_PROGRAMME)
            .needs("urn:service:counseling.perpetrator")
            .takes(Audience.PERPETRATOR)
            .build();

    assertThat(found(anybody().query(), programme)).isEmpty();
    assertThat(found(anybody().who(Audience.MAN).query(), programme)).isEmpty();
    assertThat(found(anybody().need("urn:service:counseling").query(), programme)).isEmpty();
    assertThat(found(anybody().who(Audience.PERPETRATOR).query(), programme)).hasSize(1);
    assertThat(found(anybody().need("urn:service:counseling.perpetrator").query(), programme))
        .hasSize(1);
    assertThat(against(anybody().query(), programme))
        .containsExactly(new Reason("public", "For perpetrators who ask for it"));
  }

  @Test
  void everyReasonAgainstIsNamed() {
    Service service =
        service("s")
            .takes(Audience.CHILD)
            .needs("urn:service:shelter")
            .in(zones("far"))
            .by(List.of(new ServiceChannel.Desk(OpeningHours.ALWAYS)))
            .build();
    ServiceQuery query =
        anybody()
            .at(IN_TOWN)
            .who(Audience.WOMAN)
            .need("urn:service:counseling")
            .by("phone")
            .query();

    assertThat(against(query, service))
        .extracting(Reason::code)
        .containsExactly("place", "public", "need", "channel");
  }
}
