package org.ariane.router.directory.html;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ariane.directory.search.Closing;
import org.ariane.directory.search.Reason;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Places;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// One service as people read it. A protected door is not in it, since the record does not hold it.
final class ServiceCard {
  static final Set<String> TOLD =
      Set.of(
          "listener",
          "listener.unknown",
          "cost",
          "cost.unknown",
          "accessibility.unknown",
          "public.unknown");

  private final Words words;
  private final Instant at;

  ServiceCard(Words words, Instant at) {
    this.words = words;
    this.at = at;
  }

  void write(Html html, ServiceMatch match) {
    Service service = match.service();
    html.open("li", "id", "s-" + service.id().value());
    html.open("h2").leaf("bdi", service.name()).close("h2");
    html.open("p").leaf("span", words.say("kind." + service.kind().wireName()));
    html.text(" ");
    html.leaf(
        "span",
        words.say(match.open() ? "open" : "closed"),
        "class",
        match.open() ? "badge open" : "badge closed");
    if (!match.open()) {
      match
          .nextOpening()
          .ifPresent(next -> html.text(" ").text(words.say("opens", moment(service, next))));
    }
    Closing.of(service, Optional.empty(), at)
        .filter(closes -> Closing.soon(closes, at))
        .ifPresent(closes -> closing(html, service, closes));
    match
        .distanceKm()
        .ifPresent(
            km -> html.text(" · ").text(words.say("distance", String.valueOf(Math.round(km)))));
    html.close("p");
    html.open("ul", "class", "channels");
    service.channels().forEach(channel -> channel(html, channel));
    html.close("ul");
    match.places().ifPresent(places -> places(html, service, places));
    match.reasons().forEach(reason -> told(html, match, reason));
    facts(html, service);
    html.close("li");
  }

  private void closing(Html html, Service service, Instant closes) {
    String time = DateTimeFormatter.ofPattern("HH:mm").format(closes.atZone(service.timeZone()));
    html.text(" ").leaf("strong", words.say("closes", time), "class", "warn");
  }

  /// What she wished or is, and what the record says of it. The rest is in the card already.
  private void told(Html html, ServiceMatch match, Reason reason) {
    if (reason.code().equals("accessibility")) {
      match.service().particulars().accessibility().ifPresent(door -> html.leaf("p", door));
    } else if (reason.code().equals("language.fallback")) {
      html.leaf("p", words.say("reason.language.fallback", language(match.languageServed())));
    } else if (TOLD.contains(reason.code())) {
      html.leaf("p", words.say("reason." + reason.code()));
    }
  }

  private String language(Language language) {
    return Locale.forLanguageTag(language.tag()).getDisplayLanguage(words.locale());
  }

  /// How many, when the service said so, and until when that counts. Never in a booklet, which is
  /// read on other days.
  private void places(Html html, Service service, Places places) {
    String free =
        places.free().isEmpty()
            ? words.say("placesAsk")
            : words.say("placesFree", String.valueOf(places.free().getAsInt()));
    html.open("p", "class", "places")
        .leaf("b", free)
        .text(" ")
        .leaf(
            "span",
            words.say(
                "placesSaid",
                moment(service, places.confirmedAt()),
                moment(service, places.expires())),
            "class",
            "soft")
        .close("p");
  }

  void facts(Html html, Service service) {
    html.open("p", "class", "soft");
    html.text(words.say("speaks")).text(": ").text(languages(service));
    service.premises().address().ifPresent(address -> html.text(" · ").text(line(address)));
    html.text(" · ").text(words.say("confirmed", day(service.confirmedAt())));
    html.close("p");
    if (service.staleAt(at)) {
      html.leaf("p", words.say("stale"), "class", "warn");
    }
    if (service.sample()) {
      html.leaf("p", words.say("sample"), "class", "warn");
    }
  }

  private void channel(Html html, ServiceChannel channel) {
    switch (channel) {
      case ServiceChannel.Phone phone ->
          html.open("li")
              .open("a", "href", "tel:" + phone.number().dialled())
              .text(words.say("call") + " ")
              .leaf("bdi", phone.number().dialled())
              .close("a");
      case ServiceChannel.Web web ->
          html.open("li")
              .open("a", "href", web.url(), "rel", "noreferrer")
              .text(words.say("web") + " ")
              .leaf("bdi", web.url().replaceFirst("^https://", ""))
              .close("a");
      case ServiceChannel.Desk desk -> {
        return;
      }
    }
    html.text(" ").leaf("bdi", channel.hours().text(), "class", "soft", "dir", "ltr").close("li");
  }

  private static String line(Address address) {
    List<String> parts = new ArrayList<>(address.street());
    parts.add(
        address.postcode().map(postcode -> postcode + " " + address.city()).orElse(address.city()));
    return String.join(", ", parts);
  }

  String languages(Service service) {
    return service.languages().stream()
        .map(spoken -> language(spoken.language()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(words.locale())
        .format(day);
  }

  private String moment(Service service, Instant next) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", words.locale())
        .format(next.atZone(service.timeZone()));
  }
}
