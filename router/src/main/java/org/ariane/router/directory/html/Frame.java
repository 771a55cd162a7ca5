package org.ariane.router.directory.html;

import java.util.Locale;

/// What all pages of the directory have around them: a neutral title, the way out first, the
/// emergency number, what remains on the device.
final class Frame {
  /// Where the way out leads, as that of `/chat`.
  private static final String ELSEWHERE = "https://www.meteoblue.com/";

  private Frame() {}

  static Html begin(Words words) {
    return Html.begin(words, "directory");
  }

  static void header(Html html, Words words, String emergencyNumber) {
    html.open("header")
        .leaf("a", words.say("leave"), "class", "leave", "href", ELSEWHERE, "rel", "noreferrer")
        .open("nav", "aria-label", words.say("languages"));
    for (String language : Words.LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      html.leaf(
          "a",
          locale.getDisplayLanguage(locale),
          "href",
          "/directory?lang=" + language,
          "lang",
          language,
          "hreflang",
          language,
          language.equals(words.language()) ? "aria-current" : "",
          "true");
    }
    html.close("nav")
        .close("header")
        .open("main")
        .leaf("h1", words.say("heading"))
        .leaf("p", words.say("danger", emergencyNumber), "class", "danger")
        .leaf("p", words.say("traces"), "class", "soft");
  }

  static String end(Html html) {
    return html.close("main").close("body").close("html").toString();
  }
}
