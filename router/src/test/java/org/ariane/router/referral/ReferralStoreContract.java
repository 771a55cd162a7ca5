package org.ariane.router.referral;

import static org.ariane.router.referral.SampleReferrals.REFERRER;
import static org.ariane.router.referral.SampleReferrals.SHELTER;
import static org.ariane.router.referral.SampleReferrals.referral;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;
import org.junit.jupiter.api.Test;

/// What every [ReferralStore] does.
public abstract class ReferralStoreContract {
  protected final Instant now = Instant.now();
  private final Referral first = referral(1, Delivery.DESK, now, Duration.ofDays(7));

  protected abstract ReferralStore store();

  private Referral accepted(Referral referral, String by) {
    return referral.answered(
        new Referral.Answer(Outcome.ACCEPTED, new PrincipalId(by), now.plusSeconds(60)));
  }

  @Test
  void whatIsKeptIsFoundByItsServiceAndItsSenderAlone() {
    Referral second = referral(2, Delivery.DESK, now.plusSeconds(1), Duration.ofDays(1));
    store().put(first, "request-1");
    store().put(second, "request-2");

    assertThat(store().find(first.id())).contains(first);
    assertThat(store().at(SHELTER)).containsExactly(first, second);
    assertThat(store().by(REFERRER.id())).containsExactly(first, second);
    assertThat(store().at(new ServiceId("elsewhere"))).isEmpty();
    assertThat(store().by(new PrincipalId("referrer-2"))).isEmpty();
  }

  @Test
  void aRepeatedRequestIsKeptOnce() {
    Referral again = referral(2, Delivery.DESK, now, Duration.ofDays(7));

    assertThat(store().put(first, "request-1")).contains(first.id());
    assertThat(store().put(again, "request-1")).contains(first.id());
    assertThat(store().by(REFERRER.id())).containsExactly(first);
  }

  @Test
  void exactlyOneOfManyAnswersIt() throws Exception {
    store().put(first, "request-1");
    List<Callable<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String by = "operator-" + i;
      answers.add(() -> store().replace(first, accepted(first, by)));
    }
    int won = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : threads.invokeAll(answers)) {
        won += one.get() ? 1 : 0;
      }
    }
    assertThat(won).isEqualTo(1);
    assertThat(store().find(first.id()).orElseThrow().answer()).isPresent();
  }

  @Test
  void whatIsErasedIsGoneForGood() {
    store().put(first, "request-1");
    store().erase(first);

    assertThat(store().find(first.id())).isEmpty();
    assertThat(store().at(SHELTER)).isEmpty();
    assertThat(store().by(REFERRER.id())).isEmpty();
    assertThat(store().replace(first, accepted(first, "operator-1"))).isFalse();
  }

  @Test
  void theDeskHasNeitherWhatIsCalledNorWhatWasDeclined() {
    Referral called = referral(2, Delivery.CALL, now, Duration.ofDays(7));
    store().put(first, "request-1");
    store().put(called, "request-2");
    assertThat(store().at(SHELTER)).containsExactly(first);

    Referral.Answer no =
        new Referral.Answer(Outcome.NO_PLACE, new PrincipalId("operator-1"), now.plusSeconds(60));
    assertThat(store().replace(first, first.answered(no))).isTrue();
    assertThat(store().at(SHELTER)).isEmpty();
    assertThat(store().by(REFERRER.id())).hasSize(2);
  }

  @Test
  void oneAccountAloneShutsNoService() {
    for (int i = 0; i < ReferralStore.MOST_OF_ONE; i++) {
      assertThat(store().put(referral(i, Delivery.DESK, now, Duration.ofDays(1)), "request-" + i))
          .isPresent();
    }
    assertThat(store().put(referral(9_999, Delivery.DESK, now, Duration.ofDays(1)), "one-more"))
        .isEmpty();
  }
}
