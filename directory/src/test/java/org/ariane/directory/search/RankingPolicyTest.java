package org.ariane.directory.search;

import static org.ariane.directory.search.QueryBuilder.anybody;
import static org.ariane.directory.search.SearchFixture.IN_TOWN;
import static org.ariane.directory.search.SearchFixture.found;
import static org.ariane.directory.search.SearchFixture.only;
import static org.ariane.directory.search.SearchFixture.service;
import static org.ariane.directory.search.SearchFixture.zones;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RankingPolicyTest {
  private static final String CLOSED_AT_NOON = "Mo 13:00-14:00";

  static Stream<Arguments> pairs() {
    QueryBuilder inTown = anybody().at(IN_TOWN);
    return Stream.of(
        Arguments.of(
            "open before her language",
            inTown.speaking("ar"),
            service("b").build(),
            service("a").speaks("ar").open(CLOSED_AT_NOON).build()),
        Arguments.of(
            "her language before local",
            inTown.speaking("ar"),
            service("b").speaks("fr", "ar").build(),
            service("a").in(zones("town")).build()),
        Arguments.of(
            "a language that is spoken now before one that is not",
            inTown.speaking("ar"),
            service("b").speaks("fr", "ar@Mo").build(),
            service("a").speaks("fr", "ar@Tu").build()),
        Arguments.of(
            "children's own line before one for everybody nearby",
            inTown.who(Audience.CHILD),
            service("b").takes(Audience.CHILD).build(),
            service("a").in(zones("town")).build()),
        Arguments.of(
            "a line for children alone last while nobody said who she is",
            inTown,
            service("b").build(),
            service("a").takes(Audience.CHILD).in(zones("town")).build()),
        Arguments.of(
            "local before national",
            inTown,
            service("b").in(zones("town")).build(),
            service("a").build()),
        Arguments.of(
            "national before local while the place is unknown",
            anybody(),
            service("b").build(),
            service("a").in(zones("town")).build()),
        Arguments.of(
            "near before far",
            inTown,
            service("b").in(zones("county")).at(48.11, 2.1).build(),
            service("a").in(zones("county")).at(48.9, 2.9).build()),
        Arguments.of(
            "a known distance before none",
            inTown,
            service("b").in(zones("county")).at(48.9, 2.9).build(),
            service("a").in(zones("county")).build()),
        Arguments.of("the id last", inTown, service("a").build(), service("b").build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void ranks(String policy, QueryBuilder query, Service first, Service second) {
    List<String> expected = List.of(first.id().value(), second.id().value());

    assertThat(found(query.query(), first, second)).as(policy).isEqualTo(expected);
    assertThat(found(query.query(), second, first)).as(policy).isEqualTo(expected);
  }

  @Test
  void distanceIsMeasuredFromThePositionElseFromTheMiddleOfATown() {
    Service service = service("s").at(48.1, 2.2).build();

    assertThat(only(anybody().at(IN_TOWN).query(), service).distanceKm()).contains(7.4);
    assertThat(only(anybody().in("94000").query(), service).distanceKm()).contains(7.4);
    assertThat(only(anybody().in("94100").query(), service).distanceKm()).isEmpty();
    assertThat(only(anybody().query(), service).distanceKm()).isEmpty();
  }
}
