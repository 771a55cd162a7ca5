package org.ariane.router.directory.html;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.service.Address;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;

/// One service as people read it. A protected door is not in it, since the record does not hold it.
final class ServiceCard {
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
    match
        .distanceKm()
        .ifPresent(
            km -> html.text(" · ").text(words.say("distance", String.valueOf(Math.round(km)))));
    html.close("p");
    html.open("ul", "class", "channels");
    service.channels().forEach(channel -> channel(html, channel));
    html.close("ul");
    facts(html, service);
    html.close("li");
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
        .map(spoken ->
            Locale.forLanguageTag(spoken.language().tag()).getDisplayLanguage(words.locale()))
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
