package org.ariane.router.referral;

import static org.ariane.router.referral.SampleReferrals.AGREED;
import static org.ariane.router.referral.SampleReferrals.AT_DESK;
import static org.ariane.router.referral.SampleReferrals.ELSEWHERE;
import static org.ariane.router.referral.SampleReferrals.OTHER;
import static org.ariane.router.referral.SampleReferrals.REFERRER;
import static org.ariane.router.referral.SampleReferrals.referral;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;
import org.junit.jupiter.api.Test;

class ReferralsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
  private final List<String> audited = new ArrayList<>();
  private final List<String> counted = new ArrayList<>();
  private final Referrals referrals =
      new Referrals(
          new MemoryReferrals(),
          new Audit(),
          InstantSource.fixed(NOW),
          (delivery, outcome) -> counted.add(delivery.wireName() + " " + outcome));
  private final Referral atDesk = referral(1, Delivery.DESK, NOW, Duration.ofDays(7));
  private final Referral byCall = referral(2, Delivery.CALL, NOW, Duration.ofDays(7));

  private final class Audit implements AuditLog {
    @Override
    public void record(List<AuditEntry> entries) {
      entries.forEach(entry -> audited.add(entry.by() + " " + entry.action()));
    }

    @Override
    public Page list(long after, Optional<String> about) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Verdict verify() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long pending() {
      return 0;
    }
  }

  @Test
  void onlyTheDeskOfTheServiceSeesAndAnswersIt() {
    referrals.send(REFERRER, atDesk, "request-1");

    assertThat(referrals.atDeskOf(AT_DESK)).containsExactly(atDesk);
    assertThat(referrals.atDeskOf(ELSEWHERE)).isEmpty();
    assertThat(referrals.answer(ELSEWHERE, atDesk.id(), Outcome.ACCEPTED))
        .isEqualTo(Referrals.Answering.UNKNOWN);
    assertThat(referrals.answer(REFERRER, atDesk.id(), Outcome.ACCEPTED))
        .isEqualTo(Referrals.Answering.UNKNOWN);
    assertThat(referrals.answer(AT_DESK, atDesk.id(), Outcome.ACCEPTED))
        .isEqualTo(Referrals.Answering.NOTED);
    assertThat(referrals.answer(AT_DESK, atDesk.id(), Outcome.ACCEPTED))
        .isEqualTo(Referrals.Answering.NOTED);
    assertThat(referrals.answer(AT_DESK, atDesk.id(), Outcome.NO_PLACE))
        .isEqualTo(Referrals.Answering.TOO_LATE);
    Referral answered = referrals.sentBy(REFERRER).getFirst();
    assertThat(answered.answer().map(Referral.Answer::outcome)).contains(Outcome.ACCEPTED);
    assertThat(answered.agreed()).isEqualTo(AGREED);
    assertThat(counted).containsExactly("desk sent", "desk accepted");
    assertThat(audited).containsExactly("referrer-1 referral.sent", "operator-1 referral.answered");
  }

  @Test
  void theSameSentAgainIsKeptOnceAndAnythingElseUnderItsNameIsRefused() {
    Referral again = referral(3, Delivery.DESK, NOW, Duration.ofDays(7));
    Referral corrected =
        new Referral(
            again.id(),
            again.by(),
            again.service(),
            again.delivery(),
            Agreed.NOTHING,
            again.sentAt(),
            again.until(),
            again.exercise(),
            again.answer());
    referrals.send(REFERRER, atDesk, "request-1");

    assertThat(referrals.send(REFERRER, again, "request-1"))
        .isEqualTo(new Referrals.Sending.Kept(atDesk));
    assertThat(referrals.send(REFERRER, corrected, "request-1"))
        .isEqualTo(new Referrals.Sending.SentOtherwise());
    assertThat(referrals.atDeskOf(AT_DESK)).containsExactly(atDesk);

    referrals.withdraw(REFERRER, atDesk.id());
    assertThat(referrals.send(REFERRER, again, "request-1"))
        .isEqualTo(new Referrals.Sending.SentOtherwise());
    assertThat(audited)
        .containsExactly(
            "referrer-1 referral.sent",
            "referrer-1 referral.sent",
            "referrer-1 referral.not-kept",
            "referrer-1 referral.sent",
            "referrer-1 referral.not-kept",
            "referrer-1 referral.withdrawn",
            "referrer-1 referral.sent",
            "referrer-1 referral.not-kept");
  }

  @Test
  void whoeverDoesNotTakeHerKeepsNothingOfHer() {
    referrals.send(REFERRER, atDesk, "request-1");
    referrals.answer(AT_DESK, atDesk.id(), Outcome.NO_PLACE);

    assertThat(referrals.atDeskOf(AT_DESK)).isEmpty();
    Referral declined = referrals.sentBy(REFERRER).getFirst();
    assertThat(declined.answer().map(Referral.Answer::outcome)).contains(Outcome.NO_PLACE);
    assertThat(declined.agreed()).isEqualTo(Agreed.NOTHING);
  }

  @Test
  void whatATelephoneCallBroughtIsNotedByWhoeverReferredHer() {
    referrals.send(REFERRER, byCall, "request-2");

    assertThat(referrals.atDeskOf(AT_DESK)).isEmpty();
    assertThat(referrals.answer(AT_DESK, byCall.id(), Outcome.ACCEPTED))
        .isEqualTo(Referrals.Answering.UNKNOWN);
    assertThat(referrals.answer(REFERRER, byCall.id(), Outcome.NOT_REACHED))
        .isEqualTo(Referrals.Answering.NOTED);
  }

  @Test
  void whoReferredHerWithdrawsItAndNobodyElseDoes() {
    referrals.send(REFERRER, atDesk, "request-1");

    assertThat(referrals.withdraw(OTHER, atDesk.id())).isFalse();
    assertThat(referrals.withdraw(AT_DESK, atDesk.id())).isFalse();
    assertThat(referrals.withdraw(REFERRER, atDesk.id())).isTrue();
    assertThat(referrals.atDeskOf(AT_DESK)).isEmpty();
  }

  @Test
  void nothingIsKeptForLongAndNoTextSpeaksOfHer() {
    assertThatThrownBy(() -> referral(1, Delivery.DESK, NOW, Duration.ofDays(15)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Agreed(Map.of(Topic.NAME, "x".repeat(61)), Optional.empty()))
        .hasMessage("name");
    assertThat(atDesk.toString()).doesNotContain("Sophie", "612345678", "tilleul");
  }
}
