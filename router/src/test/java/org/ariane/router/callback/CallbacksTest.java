package org.ariane.router.callback;

import static org.ariane.router.callback.Agreements.DESK;
import static org.ariane.router.callback.Agreements.HERS;
import static org.ariane.router.callback.Agreements.ID;
import static org.ariane.router.callback.Agreements.SAFE;
import static org.ariane.router.callback.Agreements.agreed;
import static org.ariane.router.callback.Agreements.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.audit.AuditEntry;
import org.ariane.router.audit.AuditLog;
import org.ariane.router.callback.Callbacks.Start;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbacksTest {
  private static final Principal ONE = operator("operator-1", DESK);
  private static final Principal TWO = operator("operator-2", DESK);
  private static final Principal ELSEWHERE = operator("operator-3", new ServiceId("other"));

  private final MemoryCallbacks store = new MemoryCallbacks();
  private final List<String> done = new ArrayList<>();
  private final List<String> rung = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private Instant now = SAFE;
  private boolean rings = true;
  private final Callbacks callbacks =
      new Callbacks(store, new Audit(done), () -> now, outcomes::add);

  @BeforeEach
  void agree() {
    callbacks.through((id, operator, language, exercise) -> {
      rung.add(operator.value());
      return rings;
    });
    callbacks.agree(ONE, agreed(ID, HERS, true));
  }

  @Test
  void theNumberIsGivenOutOnceAndOnlyToTheOneWhoWasRung() {
    assertThat(callbacks.number(ID, ONE.id())).isEmpty();
    assertThat(callbacks.start(ONE, ID)).isEqualTo(Start.RINGS);
    assertThat(callbacks.start(TWO, ID)).isEqualTo(Start.ELSEWHERE);
    assertThat(callbacks.number(ID, TWO.id())).isEmpty();

    assertThat(callbacks.number(ID, ONE.id())).isEqualTo(Optional.of(HERS));

    assertThat(callbacks.number(ID, ONE.id())).isEmpty();
    assertThat(callbacks.start(ONE, ID)).isEqualTo(Start.UNKNOWN);
    assertThat(store.all()).isEmpty();
    assertThat(done)
        .containsExactly(
            "operator-1 callback.agreed",
            "operator-1 callback.started",
            "operator-1 callback.attempted");
  }

  @Test
  void nothingIsOfferedOrDialledOutsideHerHours() {
    callbacks.start(ONE, ID);
    now = SAFE.plus(Duration.ofHours(1));

    assertThat(callbacks.number(ID, ONE.id())).isEmpty();
    assertThat(callbacks.due(DESK)).isEmpty();
    assertThat(callbacks.start(ONE, ID)).isEqualTo(Start.NOT_NOW);
    assertThat(store.all()).hasSize(1);
  }

  @Test
  void anotherDeskSeesNothingOfIt() {
    assertThat(callbacks.due(new ServiceId("other"))).isEmpty();
    assertThat(callbacks.start(ELSEWHERE, ID)).isEqualTo(Start.UNKNOWN);
    assertThat(callbacks.forget(ELSEWHERE, ID)).isFalse();
    assertThat(rung).isEmpty();
  }

  @Test
  void anOperatorWhoDoesNotAnswerLeavesItForTheNext() {
    callbacks.start(ONE, ID);
    callbacks.ended(ID, "declined");
    assertThat(callbacks.start(TWO, ID)).isEqualTo(Start.RINGS);

    rings = false;
    callbacks.ended(ID, "failed");
    assertThat(callbacks.start(ONE, ID)).isEqualTo(Start.NO_TELEPHONE);
    assertThat(callbacks.due(DESK)).hasSize(1);
    assertThat(outcomes).containsExactly("declined", "failed");
  }

  @Test
  void whoStartedItIsToldOnceHowItEnded() {
    List<String> told = new ArrayList<>();
    callbacks.tells((operator, id, outcome) -> told.add(operator + " " + outcome));
    callbacks.start(ONE, ID);
    callbacks.start(TWO, ID);
    callbacks.ended(ID, "unanswered");
    callbacks.ended(ID, "unanswered");
    rings = false;
    callbacks.start(TWO, ID);
    callbacks.ended(ID, "failed");
    assertThat(told).containsExactly("operator-1 unanswered");
  }

  @Test
  void aKeyPressedAsksOnlyForWhatAHumanNoted() {
    PhoneNumber other = new PhoneNumber("+33612345679");
    CallbackId noted = new CallbackId("cb-01JD8Z4T9K0000000000000001");
    callbacks.agree(ONE, agreed(noted, other, false));
    assertThat(callbacks.due(DESK)).hasSize(1);

    callbacks.wish(other);
    callbacks.wish(new PhoneNumber("+33612345600"));

    assertThat(callbacks.due(DESK)).extracting(Callback::id).containsExactly(ID, noted);
    assertThat(callbacks.counts()).isEqualTo(new Callbacks.Counts(2, 2, 2));
  }

  @Test
  void isToldOnceWhenItBecomesDue() {
    List<CallbackId> told = new ArrayList<>();
    CallbackWatch watch =
        new CallbackWatch(callbacks, Duration.ofSeconds(1), due -> told.add(due.id()));
    watch.look();
    watch.look();
    assertThat(told).containsExactly(ID);
    now = SAFE.plus(Duration.ofHours(2));
    watch.look();
    now = SAFE.plus(Duration.ofDays(1));
    watch.look();
    assertThat(told).containsExactly(ID, ID);
  }

  @Test
  void isNotKeptLongerThanTwoWeeks() {
    Callback good = agreed(ID, HERS, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Callback(
                ID,
                good.by(),
                DESK,
                good.contact(),
                SAFE,
                SAFE.plus(Duration.ofDays(15)),
                Optional.empty(),
                false));
  }

  @Test
  void itsTextFormNamesNobody() {
    assertThat(agreed(ID, HERS, true).toString())
        .doesNotContain("Sophie", "tilleul", "612345678", "trompe");
  }

  private record Audit(List<String> done) implements AuditLog {
    @Override
    public void record(List<AuditEntry> entries) {
      entries.forEach(entry -> done.add(entry.by() + " " + entry.action()));
    }

    @Override
    public Page list(long after, Optional<String> about) {
      return new Page(List.of(), Optional.empty());
    }

    @Override
    public Verdict verify() {
      return new Verdict.Whole(0);
    }

    @Override
    public long pending() {
      return 0;
    }
  }
}
