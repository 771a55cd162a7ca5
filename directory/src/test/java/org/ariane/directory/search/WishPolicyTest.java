package org.ariane.directory.search;

import static org.ariane.directory.search.QueryBuilder.anybody;
import static org.ariane.directory.search.SearchFixture.IN_TOWN;
import static org.ariane.directory.search.SearchFixture.NOON;
import static org.ariane.directory.search.SearchFixture.against;
import static org.ariane.directory.search.SearchFixture.found;
import static org.ariane.directory.search.SearchFixture.only;
import static org.ariane.directory.search.SearchFixture.service;
import static org.ariane.directory.search.SearchFixture.zones;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.service.Cost;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.Particulars;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Premises;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceKind;
import org.junit.jupiter.api.Test;

class WishPolicyTest {
  private static final ServiceQuery FOR_A_WOMAN =
      anybody().query().wishing(new Wishes(false, false, Optional.of(ListenerGender.WOMAN)));

  @Test
  void aWishForAWomanIsKeptOrOpenlyRefusedAndNeverGuessed() {
    Service women = with(service("women").build(), Set.of(ListenerGender.WOMAN), Optional.empty());
    Service men = with(service("men").build(), Set.of(ListenerGender.MAN), Optional.empty());
    Service unsaid = service("unsaid").build();

    assertThat(found(FOR_A_WOMAN, women, men, unsaid)).containsExactly("unsaid", "women");
    assertThat(against(FOR_A_WOMAN, men))
        .containsExactly(new Reason("listener", "No woman listens there"));
    assertThat(only(FOR_A_WOMAN, women).reasons())
        .contains(new Reason("listener", "A woman listens"));
    assertThat(only(FOR_A_WOMAN, unsaid).reasons())
        .contains(new Reason("listener.unknown", "Ask first: not said whether a woman listens"));
  }

  @Test
  void whoCannotWaitIsNotToldOfClosedServices() {
    ServiceQuery now = anybody().query().wishing(new Wishes(true, false, Optional.empty()));
    Service closed = service("closed").open("Mo 13:00-14:00").build();

    assertThat(found(now, closed)).isEmpty();
    assertThat(against(now, closed)).containsExactly(new Reason("closed", "Closed; opens 13:00"));
  }

  @Test
  void herLanguageOnlyPassesOverOthersButNotTheUnknown() {
    ServiceQuery arabic =
        anybody().speaking("ar").query().wishing(new Wishes(false, true, Optional.empty()));

    assertThat(
            found(
                arabic,
                service("arabic").speaks("ar").build(),
                service("french").speaks("fr").build(),
                silentOnLanguages()))
        .containsExactly("arabic", "unknown");
    assertThat(against(arabic, service("french").speaks("fr").build()))
        .extracting(Reason::code)
        .containsExactly("language.fallback");
  }

  @Test
  void whoCannotPayIsNotSentWhereOnePaysAndIsToldToAskWhereNobodySaid() {
    ServiceQuery poor =
        anybody().query().wishing(new Wishes(false, false, Optional.empty(), true, false));
    Service paid = costing(service("paid").build(), Cost.Charge.PAID);
    Service free = costing(service("free").build(), Cost.Charge.FREE);
    Service unsaid = service("unsaid").build();

    assertThat(found(poor, paid, free, unsaid)).containsExactly("free", "unsaid");
    assertThat(against(poor, paid)).containsExactly(new Reason("cost", "Not free of charge"));
    assertThat(only(poor, free).reasons()).contains(new Reason("cost", "Free of charge"));
    assertThat(only(poor, unsaid).reasons())
        .contains(new Reason("cost.unknown", "Ask first: not said whether it is free"));
    assertThat(found(anybody().query(), paid)).containsExactly("paid");
  }

  @Test
  void whoMustKnowHowTheDoorIsReachedIsToldWhatIsKnownAndNobodyIsPassedOver() {
    ServiceQuery wheels =
        anybody().query().wishing(new Wishes(false, false, Optional.empty(), false, true));
    Service ramp =
        with(
            service("ramp").build(),
            new Particulars(
                Optional.empty(), Cost.UNKNOWN, Optional.of("a ramp"), Set.of(), Optional.empty()),
            new Premises.Unknown());

    assertThat(only(wheels, ramp).reasons())
        .contains(new Reason("accessibility", "The record says how the door is reached"));
    assertThat(only(wheels, service("unsaid").build()).reasons())
        .extracting(Reason::code)
        .contains("accessibility.unknown");
  }

  private static Service costing(Service of, Cost.Charge charge) {
    return with(
        of,
        new Particulars(
            Optional.empty(),
            new Cost(charge, Optional.empty()),
            Optional.empty(),
            Set.of(),
            Optional.empty()),
        of.premises());
  }

  @Test
  void anotherKindIsPassedOver() {
    ServiceQuery shelters = anybody().query().of(Set.of(ServiceKind.SHELTER));

    assertThat(
            found(shelters, service("a").build(), service("s").kind(ServiceKind.SHELTER).build()))
        .containsExactly("s");
  }

  @Test
  void whatIsFullTonightComesLaterUntilThatExpires() {
    Places full = new Places(0, NOON.minusSeconds(60), NOON.plus(Duration.ofHours(6)));
    Places expired = new Places(0, NOON.minus(Duration.ofHours(9)), NOON.minusSeconds(1));
    Service a = with(service("a").build(), Set.of(), Optional.of(full));
    Service b = service("b").build();

    assertThat(found(anybody().query(), a, b)).containsExactly("b", "a");
    assertThat(only(anybody().query(), a).reasons())
        .contains(new Reason("places.none", "No place free, said at 11:59, counts until 18:00"));
    assertThat(found(anybody().query(), with(a, Set.of(), Optional.of(expired)), b))
        .containsExactly("a", "b");
  }

  @Test
  void aProtectedDoorTellsNothingByDistanceOrRank() {
    ServiceQuery query = anybody().at(IN_TOWN).query();
    Service near = service("b").in(zones("town")).at(48.1, 2.11).build();
    Service far = service("c").in(zones("town")).at(48.19, 2.19).build();
    Service shelter = service("a").in(zones("town")).build();

    SearchResult first = SearchFixture.search(query, hidden(shelter), near, far);
    for (double lat : new double[] {48.0, 48.1, 48.19}) {
      Service moved = hidden(service("a").in(zones("town")).at(lat, 2.1).build());
      assertThat(SearchFixture.search(query, moved, near, far)).isEqualTo(first);
    }
    assertThat(first.matches())
        .extracting(match -> match.service().id().value())
        .isEqualTo(List.of("b", "c", "a"));
    assertThat(first.matches().getLast().distanceKm()).isEmpty();
  }

  private static Service silentOnLanguages() {
    return service("unknown").speaks(new String[0]).build();
  }

  private static Service hidden(Service of) {
    return with(of, of.particulars(), new Premises.Protected());
  }

  private static Service with(Service of, Set<ListenerGender> listeners, Optional<Places> places) {
    Particulars said =
        new Particulars(Optional.empty(), Cost.UNKNOWN, Optional.empty(), listeners, places);
    return with(of, said, of.premises());
  }

  private static Service with(Service of, Particulars particulars, Premises premises) {
    return new Service(
        of.id(),
        of.organisation(),
        of.name(),
        of.kind(),
        of.needs(),
        of.audiences(),
        of.languages(),
        of.coverage(),
        of.channels(),
        premises,
        of.timeZone(),
        of.confirmedAt(),
        of.sample(),
        particulars,
        of.provenance());
  }
}
