package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.service.Language;
import org.ariane.ivr.asterisk.CallerWatch;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.CallbackPhone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Call-backs on the real switch: the operator first, once, and no machine ever speaks to her.
class CallbackIT extends PhoneTest {
  private static final CallbackId ID = new CallbackId("cb-01JD8Z4T9K0000000000000000");
  private static final PrincipalId OPERATOR = new PrincipalId("operator-1");
  private static final PhoneNumber HERS = new PhoneNumber("+33699000001");

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile Optional<PhoneNumber> number = Optional.of(HERS);

  @BeforeEach
  void agree() {
    house
        .voice()
        .attend(
            CallerWatch.NONE,
            new CallbackPhone.Attempt() {
              @Override
              public Optional<PhoneNumber> number(CallbackId id, PrincipalId operator) {
                heard.add("asked by " + operator);
                return number;
              }

              @Override
              public void ended(CallbackId id, String outcome) {
                heard.add(outcome);
              }
            });
    register("operator-1", firstPhone);
  }

  @Test
  void sheIsCalledOnceAfterTheOperatorPressedOneAndHearsTheOperatorAlone() {
    try (SwitchSpy spy = new SwitchSpy(asterisk().settings().amiPort())) {
      Sipp operator = phone(firstPhone, presses("1").after(Duration.ofSeconds(2)).speaks());
      Sipp hers = phone(trunkPort(), Script.phone().after(Duration.ofSeconds(4)).hangsUp());

      assertThat(ring()).isTrue();

      endsWell(hers);
      endsWell(operator);
      told("asked by operator-1", "answered");
      assertThat(hers.messages())
          .contains("INVITE sip:" + HERS.dialled() + "@", "anonymous.invalid", "Privacy: id")
          .doesNotContain("3919", "operator-1");
      assertThat(invitations(hers)).isEqualTo(1);
      assertThat(operator.messages()).doesNotContain(HERS.dialled().substring(1));
      assertThat(spy.rung(HERS.dialled())).isTrue();
      assertThat(spy.heard(HERS.dialled())).isEmpty();
      assertThat(asterisk().log()).doesNotContain(HERS.dialled().substring(1));
    }
  }

  @Test
  void nobodyAnswersAndNothingTriesAgain() {
    Sipp operator = phone(firstPhone, presses("1"));
    Sipp hers = started(Sipp.busy(trunkPort(), 1));

    assertThat(ring()).isTrue();

    endsWell(hers);
    endsWell(operator);
    told("asked by operator-1", "busy");
    await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> asterisk().channels() == 0);
    assertThat(invitations(hers)).isEqualTo(1);
  }

  @Test
  void anOperatorWhoDeclinesNeverLearnsTheNumberAndOneTooLateDialsNobody() {
    Sipp hers = phone(trunkPort(), Script.phone());
    Sipp declines = phone(firstPhone, presses("2"));
    assertThat(ring()).isTrue();
    endsWell(declines);
    told("declined");

    number = Optional.empty();
    Sipp late = phone(firstPhone, presses("1"));
    assertThat(ring()).isTrue();
    endsWell(late);
    told("declined", "asked by operator-1", "refused");
    assertThat(hers.messages()).doesNotContain("INVITE");
  }

  private boolean ring() {
    return house.voice().callbackPhone().ring(ID, OPERATOR, Optional.of(Language.FR), true);
  }

  private void told(String... all) {
    await().atMost(SOON).untilAsserted(() -> assertThat(heard).containsExactly(all));
  }

  private static long invitations(Sipp telephone) {
    return telephone.messages().lines().filter(line -> line.startsWith("INVITE sip:")).count();
  }
}
