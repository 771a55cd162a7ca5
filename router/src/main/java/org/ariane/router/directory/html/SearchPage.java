package org.ariane.router.directory.html;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Zone;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.search.Wishes;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.ServiceKind;

/// The form and, where something was asked, the list. The form is sent in a body, so that neither
/// the address of the page nor the history tells what was asked.
final class SearchPage {
  private static final int MOST = 40;

  /// More than are shown, since some of them are for others.
  private static final int LOOKED_AT = 60;

  private static final List<String> ASKED =
      List.of("fr", "nl", "de", "en", "ar", "es", "pt", "it", "tr", "ru", "uk", "ro", "pl", "zh");

  private final Directory directory;
  private final Words words;
  private final Instant at;

  SearchPage(Directory directory, Words words, Instant at) {
    this.directory = directory;
    this.words = words;
    this.at = at;
  }

  String empty() {
    Html html = Frame.begin(words);
    Frame.header(html, words, "112");
    form(html, Question.NOTHING);
    return Frame.end(html);
  }

  String answer(Question question) {
    Optional<Zone> zone = question.postcode().flatMap(directory::zoneOf);
    Html html = Frame.begin(words);
    Frame.header(
        html, words, zone.map(Zone::emergencyNumber).map(PhoneNumber::dialled).orElse("112"));
    form(html, question);
    if (!question.placeIsWrong()) {
      list(html, question);
      zone.ifPresent(each -> booklet(html, each));
    }
    return Frame.end(html);
  }

  private void list(Html html, Question question) {
    ServiceQuery query =
        new ServiceQuery(
            Optional.empty(),
            Optional.empty(),
            question.postcode(),
            question.language(),
            Optional.empty(),
            isForPerpetrators(question)
                ? Set.of(Audience.PERPETRATOR)
                : question.audience().map(Set::of).orElse(Set.of()),
            Optional.empty(),
            question.kind().map(Set::of).orElse(Set.of()),
            Wishes.NONE);
    List<ServiceMatch> found =
        directory.best(query, at, LOOKED_AT).stream()
            .filter(match -> isAskedFor(match, question))
            .limit(MOST)
            .toList();
    html.open("section", "id", "found");
    if (found.isEmpty()) {
      html.leaf("p", words.say("nothing"));
    } else {
      html.leaf("p", words.say("found", String.valueOf(found.size())));
      html.open("ol", "class", "services");
      ServiceCard card = new ServiceCard(words, at);
      found.forEach(match -> card.write(html, match));
      html.close("ol");
    }
    html.close("section");
  }

  /// What is for perpetrators is shown to whoever asks for it.
  private static boolean isAskedFor(ServiceMatch match, Question question) {
    return isForPerpetrators(question)
        || !match.service().audiences().contains(Audience.PERPETRATOR);
  }

  private static boolean isForPerpetrators(Question question) {
    return question.audience().equals(Optional.of(Audience.PERPETRATOR))
        || question.kind().equals(Optional.of(ServiceKind.PERPETRATOR_PROGRAMME));
  }

  private void booklet(Html html, Zone zone) {
    html.open("p")
        .leaf(
            "a",
            words.say("booklet", zone.name()),
            "href",
            "/directory/booklet/" + zone.id().value() + "?lang=" + words.language())
        .text(" ")
        .leaf("span", words.say("bookletHint"), "class", "soft")
        .close("p");
  }

  private void form(Html html, Question question) {
    // On a small phone the answer stands below the form: the browser goes there.
    html.open("form", "method", "post", "action", "/directory?lang=" + words.language() + "#found");
    html.leaf("label", words.say("place"), "for", "place")
        .open(
            "input",
            "id",
            "place",
            "name",
            "place",
            "value",
            question.place(),
            "inputmode",
            "numeric",
            "autocomplete",
            "off",
            "maxlength",
            "10",
            question.placeIsWrong() ? "aria-invalid" : "",
            "true",
            question.placeIsWrong() ? "aria-describedby" : "",
            "place-wrong");
    if (question.placeIsWrong()) {
      html.leaf("p", words.say("badPlace"), "id", "place-wrong", "class", "warn", "role", "alert");
    }
    Map<String, String> languages = new LinkedHashMap<>();
    ASKED.forEach(
        tag -> languages.put(tag, Locale.forLanguageTag(tag).getDisplayLanguage(words.locale())));
    choice(html, "language", languages, question.language().map(each -> each.tag()).orElse(""));
    Map<String, String> publics = new LinkedHashMap<>();
    Arrays.stream(Audience.values())
        .forEach(each -> publics.put(each.wireName(), words.say("public." + each.wireName())));
    choice(html, "public", publics, question.audience().map(Audience::wireName).orElse(""));
    Map<String, String> kinds = new LinkedHashMap<>();
    Arrays.stream(ServiceKind.values())
        .forEach(each -> kinds.put(each.wireName(), words.say("kind." + each.wireName())));
    choice(html, "kind", kinds, question.kind().map(ServiceKind::wireName).orElse(""));
    html.leaf("button", words.say("search"), "type", "submit").close("form");
  }

  private void choice(Html html, String name, Map<String, String> choices, String chosen) {
    html.leaf("label", words.say(name), "for", name)
        .open("select", "id", name, "name", name, "autocomplete", "off")
        .leaf("option", words.say("any"), "value", "");
    choices.forEach((value, label) ->
        html.leaf("option", label, "value", value, value.equals(chosen) ? "selected" : "", ""));
    html.close("select");
  }
}
