package org.ariane.router.directory.html;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ariane.directory.place.AskedPlace;
import org.ariane.directory.place.CommuneCode;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.ListenerGender;
import org.ariane.directory.service.ServiceKind;

/// The form of the search, filled in as it was sent. Where several communes could be meant, each is
/// a button below; Enter never chooses one.
final class SearchForm {
  private static final List<String> ASKED =
      List.of("fr", "nl", "de", "en", "ar", "es", "pt", "it", "tr", "ru", "uk", "ro", "pl", "zh");

  private final Words words;

  SearchForm(Words words) {
    this.words = words;
  }

  void write(Html html, Question question, Where where) {
    // On a small phone the answer stands below the form: the browser goes there.
    html.open("form", "method", "post", "action", "/directory?lang=" + words.language() + "#found");
    place(html, question, where);
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
    wishes(html, question);
    // First of the buttons, since Enter presses the first.
    html.leaf("button", words.say("search"), "type", "submit");
    if (!where.candidates().isEmpty()) {
      candidates(html, where.candidates());
    }
    html.close("form");
  }

  private void place(Html html, Question question, Where where) {
    html.leaf("label", words.say("place"), "for", "place")
        .open(
            "input",
            "id",
            "place",
            "name",
            "place",
            "value",
            question.place(),
            "autocomplete",
            "off",
            "autocapitalize",
            "off",
            "spellcheck",
            "false",
            "maxlength",
            "80",
            where.clear() ? "" : "aria-invalid",
            "true",
            where.clear() ? "" : "aria-describedby",
            "place-wrong");
    if (where.unknown()) {
      html.leaf("p", words.say("badPlace"), "id", "place-wrong", "class", "warn", "role", "alert");
    } else if (!where.clear()) {
      html.leaf("p", words.say("which"), "id", "place-wrong", "class", "warn", "role", "alert");
    }
  }

  private void wishes(Html html, Question question) {
    Map<String, String> listeners = new LinkedHashMap<>();
    Arrays.stream(ListenerGender.values())
        .forEach(each -> listeners.put(each.wireName(), words.say("listener." + each.wireName())));
    choice(
        html,
        "listener",
        listeners,
        question.wishes().listener().map(ListenerGender::wireName).orElse(""));
    html.open("fieldset").leaf("legend", words.say("wishes"));
    box(html, "openNow", question.wishes().openNow());
    box(html, "free", question.wishes().free());
    box(html, "accessible", question.wishes().accessible());
    html.close("fieldset");
  }

  private void box(Html html, String name, boolean checked) {
    html.open("label", "class", "box")
        .open(
            "input",
            "type",
            "checkbox",
            "name",
            name,
            "value",
            "yes",
            "autocomplete",
            "off",
            checked ? "checked" : "",
            "")
        .text(words.say(name))
        .close("label");
  }

  private void candidates(Html html, List<AskedPlace.Candidate> candidates) {
    html.open("fieldset", "id", "found").leaf("legend", words.say("which"));
    for (AskedPlace.Candidate candidate : candidates) {
      String postcode = candidate.postcodes().stream().findFirst().map(Postcode::digits).orElse("");
      html.open(
              "button",
              "type",
              "submit",
              "class",
              "candidate",
              "name",
              "place",
              "value",
              candidate.code().map(CommuneCode::toString).orElse(postcode))
          .leaf("bdi", candidate.name())
          .text(" ")
          .leaf("bdi", postcode)
          .close("button");
    }
    html.close("fieldset");
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
