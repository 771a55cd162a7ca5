package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.ivr.asterisk.CallerWatch;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.callback.CallbackId;
import org.ariane.router.callback.CallbackPhone;
import org.ariane.router.contact.ContactId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What she presses, and that she presses nothing, is heard beside the call.
class KeysIT extends PhoneTest {
  private final List<String> pressed = new CopyOnWriteArrayList<>();
  private final List<PhoneNumber> silent = new CopyOnWriteArrayList<>();
  private final List<ContactId> gone = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    house.voice().attend(new Ears(), new Nobody());
    register("operator-1", firstPhone);
  }

  @Test
  void keysAreHeardInOrderBeforeAndInATalk() {
    Sipp operator =
        phone(
            firstPhone, presses("1").after(Duration.ofSeconds(5)).keys("9").after(PAUSE).hangsUp());
    Sipp caller = call(toTheQueue().after(Duration.ofSeconds(5)).keys("2").after(PAUSE).keys("1"));

    endsWell(operator);
    endsWell(caller);
    heard("1294700#21");
    assertThat(silent).isEmpty();
    await().atMost(SOON).until(() -> gone.size() == 1);
    assertThat(asterisk().log()).doesNotContain("94700");
  }

  @Test
  void keysAreHeardInTheRoomOfADangerCall() {
    Sipp operator = phone(firstPhone, presses("1").after(Duration.ofSeconds(6)).hangsUp());
    Sipp caller =
        call(choosing("1", "1", "#").after(Duration.ofSeconds(5)).keys("1").after(PAUSE).keys("2"));

    endsWell(operator);
    endsWell(caller);
    heard("11#12");
  }

  @Test
  void silenceIsToldOnceAndNeverOfAWithheldNumber() {
    Sipp operator = phone(firstPhone, presses("1").after(PAUSE).hangsUp());
    Sipp withheld =
        started(
            Sipp.call(
                asterisk().settings().sipPort(),
                "3919",
                Script.caller(),
                "\"x\" <sip:+33611111111@[local_ip]:[local_port]>",
                List.of("Privacy: id")));
    endsWell(operator);
    endsWell(withheld);
    Sipp again = phone(firstPhone, presses("1").after(PAUSE).hangsUp());
    Sipp presented = call(Script.caller());

    endsWell(again);
    endsWell(presented);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(silent).containsExactly(new PhoneNumber("+33612345678")));
    assertThat(house.alarms).isEmpty();
    assertThat(String.join("", pressed)).isEmpty();
  }

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private void heard(String keys) {
    await().atMost(SOON).untilAsserted(() -> assertThat(String.join("", pressed)).isEqualTo(keys));
  }

  private final class Ears implements CallerWatch {
    @Override
    public void pressed(ContactId contact, char key, Instant at) {
      pressed.add(String.valueOf(key));
    }

    @Override
    public void silent(ContactId contact, PhoneNumber phone, boolean exercise) {
      silent.add(phone);
    }

    @Override
    public void gone(ContactId contact) {
      gone.add(contact);
    }
  }

  private static final class Nobody implements CallbackPhone.Attempt {
    @Override
    public Optional<PhoneNumber> number(CallbackId id, PrincipalId operator) {
      return Optional.empty();
    }

    @Override
    public void ended(CallbackId id, String outcome) {}
  }
}
