package org.ariane.ivr.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ariane.directory.Directory;
import org.ariane.directory.DirectoryContent;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.ChainStep;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.DispatchCentre;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.place.ZoneId;
import org.ariane.directory.service.Language;
import org.ariane.ivr.flow.yaml.ShippedFlows;
import org.ariane.ivr.prompt.PromptCatalogue;
import org.ariane.ivr.prompt.PromptKey;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.dispatch.DutyPhone.DutyCall;
import org.ariane.router.priority.PriorityClass;
import org.junit.jupiter.api.Test;

class DutyWordsTest {
  private static final CentreId CENTRE = new CentreId("be-lie");
  private static final PromptCatalogue PROMPTS = ShippedFlows.prompts();
  private static final Pattern SAID_BY_THE_DIALPLAN =
      Pattern.compile("ariane-duty-last,s,1\\(([a-z-]+)\\)");

  private final DutyWords words = new DutyWords(DutyWordsTest::directory, PROMPTS, Language.FR);

  @Test
  void everyWordIsReviewedInEveryLanguage() {
    List<String> said = new ArrayList<>(saidByTheDialplan());
    assertThat(said).hasSizeGreaterThan(5);
    for (PriorityClass urgency : PriorityClass.values()) {
      for (String zone : List.of("", "be-lie-ville", "other", "wide")) {
        DutyCall call = call(true, urgency, zone, List.of(Language.EN));
        said.add(key(words.code(call, 0, false)));
        said.add(key(words.code(call, 0, true)));
        words.alarm(call).forEach(sound -> said.add(key(sound)));
        words.choice(call).forEach(sound -> said.add(key(sound)));
      }
    }
    for (Language language : PROMPTS.languages()) {
      assertThat(said)
          .allSatisfy(key -> assertThat(PROMPTS.text(language, new PromptKey(key))).isPresent());
    }
  }

  @Test
  void neutralWordsNameNobody() {
    for (Language language : PROMPTS.languages()) {
      for (String key :
          List.of("duty-code", "duty-code-again", "duty-code-wrong", "duty-unavailable")) {
        assertThat(PROMPTS.text(language, new PromptKey(key)).orElseThrow())
            .doesNotContainIgnoringCase("ariane")
            .doesNotContainIgnoringCase("alarm")
            .doesNotContainIgnoringCase("poli")
            .doesNotContainIgnoringCase("centr");
      }
    }
  }

  @Test
  void centreIsSpokenToInTheLanguagesOfItsCountry() {
    DutyCall call = call(false, PriorityClass.HIGH, "", List.of());
    assertThat(words.languages(call)).containsExactly(Language.FR, Language.NL);
    assertThat(words.code(call, 0, false)).isEqualTo(Sound.of(Language.FR, "duty-code"));
    assertThat(words.code(call, 1, false)).isEqualTo(Sound.of(Language.NL, "duty-code"));
    assertThat(words.code(call, 2, false)).isEqualTo(Sound.of(Language.FR, "duty-code"));
  }

  @Test
  void wishedLanguagesThatHaveNoPromptsArePassedOver() {
    Language italian = new Language("it");
    assertThat(
            words.languages(
                call(false, PriorityClass.HIGH, "", List.of(italian, Language.AR, Language.DE))))
        .containsExactly(Language.AR, Language.DE);
    assertThat(words.languages(call(false, PriorityClass.HIGH, "", List.of(italian))))
        .containsExactly(Language.FR, Language.NL);
  }

  @Test
  void zoneIsNamedOrItsOnlyPostcodeIs() {
    assertThat(place("be-lie-ville")).containsExactly("duty-zone", "zone-be-lie-ville");
    assertThat(place("other"))
        .containsExactly("police-place", "digit-9", "digit-9", "digit-9", "digit-9");
    assertThat(place("wide")).containsExactly("whisper-place-known");
    assertThat(place("unheard-of")).containsExactly("whisper-place-known");
    assertThat(place("")).containsExactly("whisper-place-unknown");
  }

  @Test
  void exerciseIsSaidFirst() {
    DutyCall call = call(true, PriorityClass.NORMAL, "", List.of(Language.FR));
    assertThat(words.alarm(call).stream().map(DutyWordsTest::key))
        .containsExactly("exercise", "duty-alarm-normal");
    assertThat(words.choice(call).stream().map(DutyWordsTest::key))
        .containsExactly("whisper-place-unknown", "exercise", "duty-keys");
  }

  private List<String> place(String zone) {
    List<String> keys =
        new ArrayList<>(
            words.choice(call(false, PriorityClass.HIGH, zone, List.of(Language.FR))).stream()
                .map(DutyWordsTest::key)
                .toList());
    assertThat(keys.removeLast()).isEqualTo("duty-keys");
    return keys;
  }

  private static DutyCall call(
      boolean exercise, PriorityClass urgency, String zone, List<Language> languages) {
    return new DutyCall(
        new IncidentId("in-01JD8Z4T9K0000000000000000"),
        CENTRE,
        exercise,
        urgency,
        zone.isEmpty() ? Optional.empty() : Optional.of(new ZoneId(zone)),
        languages);
  }

  private static String key(Sound sound) {
    return sound.path().substring(sound.path().lastIndexOf('/') + 1);
  }

  private static Set<String> saidByTheDialplan() {
    try {
      String dialplan = Files.readString(Path.of("../ops/asterisk/conf/dialplan/duty.conf"));
      Matcher matcher = SAID_BY_THE_DIALPLAN.matcher(dialplan);
      return matcher
          .results()
          .map(found -> found.group(1))
          .collect(java.util.stream.Collectors.toSet());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Directory directory() {
    return new DirectoryContent(
            "test",
            List.of(),
            List.of(),
            List.of(zone("other", "9999"), zone("wide", "8888", "8889")),
            List.of(new DispatchCentre(CENTRE, "Liège", Country.BE, true)),
            List.of())
        .toDirectory();
  }

  private static Zone zone(String id, String... postcodes) {
    return new Zone(
        new ZoneId(id),
        id,
        Country.BE,
        Optional.empty(),
        java.util.Arrays.stream(postcodes)
            .map(digits -> new Postcode(Country.BE, digits))
            .collect(java.util.stream.Collectors.toSet()),
        List.of(ChainStep.desk(CENTRE)),
        Optional.empty(),
        new PhoneNumber("101"),
        Optional.empty(),
        true);
  }
}
