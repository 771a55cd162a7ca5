package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.ForWhom;
import org.ariane.router.contact.Told;
import org.junit.jupiter.api.Test;

class WhisperTest {
  private static Contact contact(Danger danger, boolean silent, Optional<ForWhom> whom) {
    return new Contact(
        new ContactId("co-01JD8Z4T9K0000000000000000"),
        ContactChannel.CALL,
        new LineId("3919"),
        Optional.of(new Language("uk")),
        danger == Danger.NONE ? Optional.empty() : Postcode.parse("94700"),
        danger,
        silent,
        Optional.<IncidentId>empty(),
        Instant.EPOCH,
        danger == Danger.ALERTED,
        new Told(whom, Optional.empty(), Map.of()));
  }

  private static List<String> words(List<Sound> sounds) {
    return sounds.stream().map(sound -> sound.path().replace("/ariane/", " ")).toList();
  }

  @Test
  void operatorHearsWhatIsKnownBeforeTheKeys() {
    assertThat(
            words(
                Whisper.of(contact(Danger.ALERTED, true, Optional.of(ForWhom.CHILD)), Language.EN)))
        .containsExactly(
            "en exercise",
            "en whisper",
            "en whisper-danger",
            "en whisper-silent",
            "en whisper-child",
            "en whisper-language-unknown",
            "en whisper-place-known",
            "en whisper-keys");
    assertThat(
            words(
                Whisper.of(
                    contact(Danger.NONE, false, Optional.of(ForWhom.SOMEONE_ELSE)), Language.FR)))
        .containsExactly(
            "fr whisper",
            "fr whisper-someone-else",
            "fr whisper-language-unknown",
            "fr whisper-place-unknown",
            "fr whisper-keys");
  }

  @Test
  void machineAtAServiceLearnsNothing() {
    assertThat(
            words(
                Whisper.outside(
                    List.of(Language.FR, Language.NL),
                    contact(Danger.PLACE_UNKNOWN, true, Optional.of(ForWhom.CHILD)))))
        .containsExactly("fr whisper-service", "nl whisper-service");
  }
}
