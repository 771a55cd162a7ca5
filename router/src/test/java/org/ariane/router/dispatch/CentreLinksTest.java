package org.ariane.router.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.place.CentreId;
import org.junit.jupiter.api.Test;

class CentreLinksTest {
  private static final CentreId CENTRE = new CentreId("fr-94-cic");
  private static final Instant START = Instant.parse("2026-11-21T22:41:07Z");

  private final CentreLinks links = new CentreLinks(Set.of(CENTRE));

  @Test
  void oneFailureIsNoDeadLinkTwoAreAndTheNextSuccessEndsIt() {
    assertThat(links.reaches(CENTRE)).isTrue();
    fail(0);
    assertThat(links.reaches(CENTRE)).isTrue();
    fail(1);
    assertThat(links.reaches(CENTRE)).isFalse();
    assertThat(links.link(CENTRE).orElseThrow().since()).isEqualTo(START.plusSeconds(1));
    links.received(CENTRE, START.plusSeconds(2));
    assertThat(links.reaches(CENTRE)).isTrue();
    fail(3);
    assertThat(links.reaches(CENTRE)).isTrue();
  }

  @Test
  void aFailedLinkTestIsADeadLinkAtOnce() {
    links.received(CENTRE, START);
    links.testFailed(CENTRE, START.plusSeconds(1));
    assertThat(links.reaches(CENTRE)).isFalse();
    links.screenOpened(CENTRE);
    assertThat(links.reaches(CENTRE)).isTrue();
  }

  @Test
  void whileItIsDownProbesGoAtRetryPaceAndLinkTestsDoNotPutThemOff() {
    assertThat(links.pause(CENTRE, START)).isEmpty();
    fail(0);
    fail(1);
    Instant down = START.plusSeconds(1);
    assertThat(links.pause(CENTRE, down)).contains(RetryPace.after(2));
    links.testFailed(CENTRE, down.plusMillis(300));
    assertThat(links.pause(CENTRE, down.plusMillis(300)))
        .contains(RetryPace.after(2).minusMillis(300));
    assertThat(links.pause(CENTRE, down.plusSeconds(1))).contains(Duration.ZERO);
    links.received(CENTRE, down.plusSeconds(1));
    assertThat(links.pause(CENTRE, down.plusSeconds(1))).isEmpty();
  }

  @Test
  void whileItIsDownOnlyOneOfManyMayTryAtATime() {
    assertThat(links.takeTurn(CENTRE, START)).isTrue();
    fail(0);
    assertThat(links.takeTurn(CENTRE, START)).isTrue();
    fail(1);
    assertThat(links.takeTurn(CENTRE, START.plusSeconds(1))).isFalse();
    assertThat(links.takeTurn(CENTRE, START.plusSeconds(2))).isTrue();
    assertThat(links.takeTurn(CENTRE, START.plusSeconds(2))).isFalse();
    links.received(CENTRE, START.plusSeconds(2));
    assertThat(links.takeTurn(CENTRE, START.plusSeconds(2))).isTrue();
    assertThat(links.takeTurn(CENTRE, START.plusSeconds(2))).isTrue();
  }

  @Test
  void failuresThatWereUnderWayTogetherSlowProbesOnce() {
    for (int i = 0; i < 8; i++) {
      links.failed(CENTRE, START, START.plusSeconds(4).plusMillis(i));
    }
    assertThat(links.link(CENTRE).orElseThrow().waves()).isEqualTo(1);
    assertThat(links.reaches(CENTRE)).isFalse();
  }

  @Test
  void linksAreTestedEachMinuteUnlessSomethingWasReceivedAndOftenWhileFailing() {
    LinkPace pace = LinkPace.DEFAULT;
    assertThat(pace.due(START, Optional.empty())).isEqualTo(START.plusSeconds(5));
    links.received(CENTRE, START.plusSeconds(2));
    assertThat(pace.due(START, links.link(CENTRE))).isEqualTo(START.plusSeconds(62));
    fail(3);
    assertThat(pace.due(START, links.link(CENTRE))).isEqualTo(START.plusSeconds(8));
  }

  private void fail(int second) {
    links.failed(CENTRE, START.plusSeconds(second).minusMillis(9), START.plusSeconds(second));
  }
}
