package org.ariane.router.vacancy.html;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;
import org.ariane.router.directory.html.Html;
import org.ariane.router.directory.html.Words;
import org.ariane.router.vacancy.Opened;

/// What is shown behind a link: what counts now, and two taps to say something else: how many, and
/// until when. The title tells nothing, and no address on the page leads elsewhere.
final class LinkPage {
  private static final int MOST_BUTTONS = 8;
  private static final List<Integer> HOURS = List.of(12, 6, 24, 48, 72);

  private final Words words;
  private final Instant now;

  LinkPage(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  /// The form below what counts now.
  ///
  /// @param notice what became of what was just sent; empty where nothing was
  String form(Service service, String token, Optional<Places> known, Optional<String> notice) {
    Html html = begin();
    languages(html, token);
    html.open("main").open("h1").leaf("bdi", service.name()).close("h1");
    notice.ifPresent(
        key -> html.leaf("p", words.say(key), "class", "notice", "id", "notice", "role", "status"));
    standing(html, service, known);
    html.open("form", "method", "post", "action", "/places?lang=" + words.language());
    html.open("input", "type", "hidden", "name", "link", "value", token, "autocomplete", "off");
    numbers(html);
    ends(html, service);
    html.close("form").leaf("p", words.say("keep"), "class", "soft");
    return end(html);
  }

  /// Why nothing can be done with this link.
  String refused(Opened why) {
    String key =
        switch (why) {
          case Opened.Valid valid -> throw new IllegalArgumentException("it opens");
          case Opened.Wrong wrong -> "wrong";
          case Opened.Expired expired -> "expired";
          case Opened.Revoked revoked -> "revoked";
        };
    return message(key, "askForAnother");
  }

  String message(String key, String advice) {
    Html html = begin();
    html.open("main").leaf("h1", words.say("heading"));
    html.leaf("p", words.say(key), "class", "notice", "role", "alert");
    return end(html.leaf("p", words.say(advice)));
  }

  private void standing(Html html, Service service, Optional<Places> known) {
    html.open("section", "id", "standing").leaf("h2", words.say("now"));
    if (known.isEmpty()) {
      html.leaf("p", words.say("unknown"), "class", "big");
    } else {
      Places places = known.get();
      html.leaf("p", free(places), "class", "big")
          .leaf("p", words.say("said", moment(service, places.confirmedAt())))
          .leaf("p", words.say("until", moment(service, places.expires())));
    }
    html.close("section");
  }

  private String free(Places places) {
    return places.free().isEmpty()
        ? words.say("ask")
        : words.say("free", String.valueOf(places.free().getAsInt()));
  }

  private void numbers(Html html) {
    html.open("fieldset", "class", "taps").leaf("legend", words.say("howMany"));
    for (int free = 0; free <= MOST_BUTTONS; free++) {
      tap(html, "" + free, "" + free);
    }
    tap(html, "ask", words.say("ask"));
    html.close("fieldset");
    html.leaf("label", words.say("other"), "for", "other")
        .open(
            "input",
            "id",
            "other",
            "name",
            "other",
            "inputmode",
            "numeric",
            "maxlength",
            "4",
            "autocomplete",
            "off");
  }

  private static void tap(Html html, String value, String label) {
    html.open("label", "class", "tap")
        .open("input", "type", "radio", "name", "free", "value", value, "autocomplete", "off")
        .leaf("span", label)
        .close("label");
  }

  private void ends(Html html, Service service) {
    html.open("fieldset", "class", "ends").leaf("legend", words.say("untilWhen"));
    for (int hours : HOURS) {
      html.leaf(
          "button",
          words.say("end", moment(service, now.plus(Duration.ofHours(hours))), "" + hours),
          "type",
          "submit",
          "name",
          "hours",
          "value",
          "" + hours);
    }
    html.close("fieldset");
  }

  private Html begin() {
    return Html.begin(words, "places", "robots", "noindex");
  }

  private static String end(Html html) {
    return html.close("main").close("body").close("html").toString();
  }

  private void languages(Html html, String token) {
    html.open("nav", "aria-label", words.say("languages"));
    for (String language : Words.LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      html.leaf(
          "a",
          locale.getDisplayLanguage(locale),
          "href",
          "/places/" + token + "?lang=" + language,
          "lang",
          language,
          "hreflang",
          language,
          "rel",
          "noreferrer",
          language.equals(words.language()) ? "aria-current" : "",
          "true");
    }
    html.close("nav");
  }

  private String moment(Service service, Instant at) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", words.locale())
        .format(at.atZone(service.timeZone()));
  }
}
