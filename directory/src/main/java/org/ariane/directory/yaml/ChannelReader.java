package org.ariane.directory.yaml;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Country;
import org.ariane.directory.schedule.Closure;
import org.ariane.directory.schedule.Holidays;
import org.ariane.directory.schedule.OpeningHours;
import org.ariane.directory.service.ServiceChannel;

/// `{kind: phone, number: …, hours: …, screen: true}` (`screen` where a machine may answer),
/// `{kind: desk, hours: …}`, `{kind: web, url: …, hours: …}`.
final class ChannelReader {
  private final Country country;
  private final List<Closure> closures;
  private final Holidays holidays;

  ChannelReader(Country country, List<Closure> closures, Holidays holidays) {
    this.country = country;
    this.closures = closures;
    this.holidays = holidays;
  }

  Optional<ServiceChannel> read(Value value) {
    Optional<Fields> entry = value.fields("kind", "number", "url", "hours", "screen");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = entry.get();
    Optional<OpeningHours> hours =
        fields.required("hours").flatMap(each -> Values.hours(each, closures, holidays));
    String kind = fields.text("kind").orElse("");
    return switch (kind) {
      case "phone" -> {
        only(fields, "url");
        Optional<PhoneNumber> number =
            fields.required("number").flatMap(each -> Values.phone(each, country));
        yield hours.flatMap(
            each -> number.map(to -> new ServiceChannel.Phone(to, each, fields.flag("screen"))));
      }
      case "web" -> {
        only(fields, "screen");
        only(fields, "number");
        Optional<String> url = fields.required("url").flatMap(Values::webAddress);
        yield hours.flatMap(each -> url.map(to -> new ServiceChannel.Web(to, each)));
      }
      case "desk" -> {
        only(fields, "screen");
        only(fields, "number");
        only(fields, "url");
        yield hours.map(ServiceChannel.Desk::new);
      }
      case "" -> Optional.empty();
      default -> {
        fields.required("kind").ifPresent(each -> each.refuse("a channel is phone, desk or web"));
        yield Optional.empty();
      }
    };
  }

  private static void only(Fields fields, String foreign) {
    fields
        .optional(foreign)
        .ifPresent(each -> each.refuse("this kind of channel has no " + foreign));
  }
}
