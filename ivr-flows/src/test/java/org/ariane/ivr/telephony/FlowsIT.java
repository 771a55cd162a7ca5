package org.ariane.ivr.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ForWhom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What only the switch can show of flows: keys that are letters, other languages' voices, the flow
/// of the dialled number, and a call that ends by her own choice.
class FlowsIT extends PhoneTest {
  private SwitchSpy spy;

  @BeforeEach
  void listen() {
    spy = new SwitchSpy(asterisk().settings().amiPort());
  }

  @AfterEach
  void stopListening() {
    spy.close();
  }

  /// For somebody else, in the commune that begins with M-A: key 6, key 2.
  @Test
  void tellsForWhomAndTheCommuneByItsFirstLetters() {
    somebodyIsRung();
    call(choosing("1", "3", "2", "*62#").after(Duration.ofSeconds(2)).keys("1"));

    Contact contact = waiting();
    assertThat(contact.told().forWhom()).contains(ForWhom.SOMEONE_ELSE);
    assertThat(contact.postcode()).isEqualTo(Postcode.parse("94700"));
    assertThat(spy.said())
        .containsSubsequence(
            "fr/ariane/choice",
            "fr/ariane/for-whom",
            "fr/ariane/place-letters",
            "fr/ariane/commune-maisons-alfort",
            "fr/ariane/press-1",
            "fr/ariane/place-none",
            "fr/ariane/wait");
    assertNothingWasMissing();
  }

  @Test
  void otherLanguagesAreOfferedInTheirOwnVoices() {
    somebodyIsRung();
    call(choosing("6", "5"));

    assertThat(waiting().language()).contains(new Language("ru"));
    assertThat(spy.said())
        .containsSubsequence(
            "en/ariane/languages-more",
            "es/ariane/language",
            "ru/ariane/language",
            "fa/ariane/language",
            "en/ariane/languages-none",
            "ru/ariane/wait");
    assertNothingWasMissing();
  }

  /// The number that he dialled has its own flow, without an alarm; a word, then the end.
  @Test
  void perpetratorsLineEndsACallByTheAnnouncedKeyOnly() {
    Sipp caller =
        started(
            Sipp.call(
                asterisk().settings().sipPort(),
                House.PERPETRATORS.dialled(),
                choosing("1", "2", "5", "2")));

    endsWell(caller);
    assertThat(spy.said())
        .containsSubsequence(
            "fr/ariane/perpetrators-choice",
            "fr/ariane/perpetrators-about",
            "fr/ariane/perpetrators-after",
            "fr/ariane/perpetrators-end")
        .noneMatch(prompt -> prompt.endsWith("/ariane/choice"));
    assertThat(house.switchboard.counts()).isEmpty();
    assertThat(house.alarms).isEmpty();
    assertThat(house.counted("ariane.call.rescues")).isZero();
    assertNothingWasMissing();
  }

  /// So that she waits instead of being led on at once.
  private void somebodyIsRung() {
    register("operator-1", firstPhone);
    started(Sipp.ringing(firstPhone));
  }

  private Contact waiting() {
    await()
        .atMost(SOON)
        .until(() ->
            !house.switchboard.waiting(ContactChannel.CALL).isEmpty()
                && spy.said().stream().anyMatch(prompt -> prompt.endsWith("/wait")));
    return house.switchboard.waiting(ContactChannel.CALL).keySet().stream()
        .flatMap(id -> house.switchboard.contact(id).stream())
        .findFirst()
        .orElseThrow();
  }

  private static void assertNothingWasMissing() {
    assertThat(asterisk().log()).doesNotContain("does not exist in any format");
  }
}
