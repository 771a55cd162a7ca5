package org.ariane.router.redlist.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Address;
import org.ariane.router.http.Problem;
import org.ariane.router.redlist.EntryChange;
import org.ariane.router.redlist.Move;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListFacts;
import org.ariane.router.redlist.RedListFacts.Recorded;
import org.ariane.router.redlist.RedListMark.Kind;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;
import org.ariane.router.redlist.Terms;

/// Reads entries and queries strictly: a list that decides on danger holds nothing half understood.
/// What is wrong is answered 400 with the field's name.
final class EntryReader {
  private static final int DEFAULT_RADIUS_M = 50;

  private EntryReader() {}

  static RedListEntry entry(
      JsonObject body, RedListEntryId id, PrincipalId owner, Instant createdAt) {
    RedListSubject subject = subject(body);
    if (Terms.of(subject).isEmpty()) {
      throw invalid("address");
    }
    int seriousness = whole(body, "seriousness");
    if (seriousness < 1 || seriousness > 5) {
      throw invalid("seriousness");
    }
    RedListFacts facts =
        new RedListFacts(
            seriousness,
            needed(body, "reasonCode"),
            incidents(body),
            needed(body, "legalBasis"),
            date(body, "reviewBy"));
    return new RedListEntry(
        id, subject, facts, zone(body), owner, createdAt, List.of(), Optional.empty(), 0);
  }

  static EntryChange change(JsonObject body) {
    try {
      EntryChange change =
          new EntryChange(
              when(body, "seriousness", EntryReader::whole),
              when(body, "radiusM", EntryReader::whole),
              when(body, "reviewBy", EntryReader::date),
              when(body, "reasonCode", EntryReader::needed),
              incidents(body));
      if (change.isEmpty()) {
        throw invalid("seriousness, radiusM, reviewBy, reasonCode or incidents");
      }
      return change;
    } catch (IllegalArgumentException e) {
      throw invalid("seriousness or radiusM");
    }
  }

  static Move move(JsonObject body, RedListEntryId id) {
    JsonObject to = object(body, "to");
    RedListSubject there =
        to.containsKey("address") ? new OfAddress(address(object(to, "address"))) : place(to);
    if (Terms.of(there).isEmpty()) {
      throw invalid("to");
    }
    Move.Who who = Move.Who.parse(needed(body, "who")).orElseThrow(() -> invalid("who"));
    return new Move(who, id, there, date(body, "since"));
  }

  static String reference(JsonObject body) {
    return needed(body, "reference");
  }

  static Optional<LocalDate> validUntil(JsonObject body) {
    return when(body, "validUntil", EntryReader::date);
  }

  private static <T> Optional<T> when(
      JsonObject body, String name, BiFunction<JsonObject, String, T> reader) {
    return body.containsKey(name) ? Optional.of(reader.apply(body, name)) : Optional.empty();
  }

  static ZoneId zone(JsonObject body) {
    try {
      return new ZoneId(needed(body, "zone"));
    } catch (IllegalArgumentException e) {
      throw invalid("zone");
    }
  }

  static RedListQuery query(JsonObject body) {
    Optional<PhoneNumber> phone = text(body, "phone").map(EntryReader::phone);
    Optional<Position> position =
        body.getValue("position") instanceof JsonObject at
            ? Optional.of(position(at))
            : Optional.empty();
    Optional<Address> address =
        body.getValue("address") instanceof JsonObject at
            ? Optional.of(address(at))
            : Optional.empty();
    if (phone.isEmpty() && position.isEmpty() && address.isEmpty()) {
      throw invalid("phone, position or address");
    }
    return new RedListQuery(phone, position, address);
  }

  private static RedListSubject subject(JsonObject body) {
    Kind kind = Kind.parse(needed(body, "kind")).orElseThrow(() -> invalid("kind"));
    return switch (kind) {
      case PHONE -> new OfPhone(phone(needed(body, "phone")));
      case PLACE -> place(body);
      case ADDRESS -> new OfAddress(address(object(body, "address")));
    };
  }

  private static RedListSubject place(JsonObject body) {
    JsonObject at = object(body, "position");
    int radius = body.containsKey("radiusM") ? whole(body, "radiusM") : DEFAULT_RADIUS_M;
    if (radius < 1 || radius > OfPlace.MOST_METRES) {
      throw invalid("radiusM");
    }
    return new OfPlace(position(at), radius);
  }

  private static PhoneNumber phone(String text) {
    return PhoneNumber.e164(text.replaceAll("[\\s.()-]", "")).orElseThrow(() -> invalid("phone"));
  }

  private static Position position(JsonObject at) {
    if (at.getValue("lat") instanceof Number lat && at.getValue("lon") instanceof Number lon) {
      try {
        return new Position(lat.doubleValue(), lon.doubleValue());
      } catch (IllegalArgumentException e) {
        throw invalid("position");
      }
    }
    throw invalid("position");
  }

  private static Address address(JsonObject at) {
    return new Address(
        text(at, "text"), text(at, "postcode"), text(at, "city"), text(at, "country"));
  }

  private static List<Recorded> incidents(JsonObject body) {
    List<Recorded> incidents = new ArrayList<>();
    if (body.getValue("incidents") instanceof JsonArray array) {
      for (Object item : array) {
        if (!(item instanceof JsonObject one) || incidents.size() >= 100) {
          throw invalid("incidents");
        }
        incidents.add(new Recorded(date(one, "date"), needed(one, "reasonCode")));
      }
    }
    return incidents;
  }

  private static JsonObject object(JsonObject body, String name) {
    if (body.getValue(name) instanceof JsonObject object) {
      return object;
    }
    throw invalid(name);
  }

  private static LocalDate date(JsonObject body, String name) {
    try {
      return LocalDate.parse(needed(body, name));
    } catch (DateTimeParseException e) {
      throw invalid(name);
    }
  }

  private static int whole(JsonObject body, String name) {
    if (body.getValue(name) instanceof Integer number) {
      return number;
    }
    throw invalid(name);
  }

  private static String needed(JsonObject body, String name) {
    return text(body, name).orElseThrow(() -> invalid(name));
  }

  private static Optional<String> text(JsonObject body, String name) {
    return body.getValue(name) instanceof String text && !text.isBlank() && text.length() <= 200
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static RuntimeException invalid(String field) {
    return Problem.of(400, "invalid", "The request is not understood", "Look at: " + field)
        .asException();
  }
}
