package org.ariane.router.directory.html;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.directory.Directory;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.place.Zone;
import org.ariane.directory.search.ServiceMatch;
import org.ariane.directory.search.ServiceQuery;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/// What is printed for an area: what to do first, then who helps, with codes to scan.
final class Booklet {
  private static final int MOST = 100;
  private static final List<String> ADVICE = List.of("what2", "what3", "what4");

  private final Directory directory;
  private final Words words;
  private final Instant at;

  Booklet(Directory directory, Words words, Instant at) {
    this.directory = directory;
    this.words = words;
    this.at = at;
  }

  String of(Zone zone) {
    List<Service> services = services(zone);
    String emergency = zone.emergencyNumber().dialled();
    Html html = Frame.begin(words);
    Frame.header(html, words, emergency);
    html.leaf("h2", zone.name());
    html.open("section", "class", "what").leaf("h2", words.say("what")).open("ol");
    html.leaf("li", words.say("what1", emergency));
    ADVICE.forEach(each -> html.leaf("li", words.say(each)));
    html.close("ol").close("section");
    ServiceCard card = new ServiceCard(words, at);
    html.open("ol", "class", "services");
    for (Service service : services) {
      entry(html, card, service);
    }
    html.close("ol");
    ZoneMap.write(html, words, zone, services);
    html.leaf(
        "p",
        words.say("printed", card.day(LocalDate.ofInstant(at, ZoneId.of("Europe/Paris")))),
        "class",
        "soft");
    return Frame.end(html);
  }

  /// By a postcode of the zone; one that is drawn only, by a point within it.
  private List<Service> services(Zone zone) {
    Optional<Postcode> postcode =
        zone.postcodes().stream().min(Comparator.comparing(Postcode::digits));
    Optional<Position> point =
        postcode.isPresent() ? Optional.empty() : zone.area().map(Booklet::within);
    ServiceQuery query =
        new ServiceQuery(
            point, postcode, Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
    return directory.best(query, at, MOST).stream()
        .map(ServiceMatch::service)
        .filter(service -> !service.audiences().contains(Audience.PERPETRATOR))
        .toList();
  }

  private static Position within(Geometry area) {
    Coordinate point = area.getInteriorPoint().getCoordinate();
    return new Position(point.y, point.x);
  }

  private void entry(Html html, ServiceCard card, Service service) {
    html.open("li").open("h2").leaf("bdi", service.name()).close("h2");
    html.leaf("p", words.say("kind." + service.kind().wireName()));
    for (ServiceChannel channel : service.channels()) {
      if (channel instanceof ServiceChannel.Phone phone) {
        String number = phone.number().dialled();
        html.open("p", "class", "number")
            .leaf("bdi", number, "class", "big")
            .text(" ")
            .leaf("bdi", phone.hours().text(), "dir", "ltr")
            .close("p");
        QrCode.write(html, "tel:" + number, words.say("scan") + " " + number);
      }
    }
    card.facts(html, service);
    html.close("li");
  }
}
