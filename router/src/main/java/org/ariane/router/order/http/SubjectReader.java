package org.ariane.router.order.http;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.router.alarm.Address;
import org.ariane.router.http.Problem;
import org.ariane.router.redlist.RedListQuery;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;
import org.ariane.router.redlist.Terms;

/// Reads by whom or where something is known: a phone, an address, or a place with a radius. What
/// is wrong is answered 400 with the field's name.
public final class SubjectReader {
  private static final int DEFAULT_RADIUS_M = 50;

  private SubjectReader() {}

  /// Exactly one of them.
  static RedListSubject subject(JsonObject subject) {
    RedListQuery query = query(subject);
    boolean one =
        query.phone().stream().count()
                + query.position().stream().count()
                + query.address().stream().count()
            == 1;
    if (!one) {
      throw invalid("subject: one of phone, address, position");
    }
    Object metres = subject.getValue("radiusM", DEFAULT_RADIUS_M);
    if (!(metres instanceof Integer radius) || radius < 1 || radius > OfPlace.MOST_METRES) {
      throw invalid("radiusM");
    }
    RedListSubject read =
        query
            .phone()
            .<RedListSubject>map(OfPhone::new)
            .or(() -> query.position().map(at -> new OfPlace(at, radius)))
            .or(() -> query.address().map(OfAddress::new))
            .orElseThrow();
    if (Terms.of(read).isEmpty()) {
      throw invalid("address: needs a postcode and a street");
    }
    return read;
  }

  /// Any of them, or nothing.
  public static RedListQuery query(JsonObject body) {
    return new RedListQuery(
        Texts.of(body, "phone").map(SubjectReader::phone),
        body.getValue("position") instanceof JsonObject at
            ? Optional.of(position(at))
            : Optional.empty(),
        body.getValue("address") instanceof JsonObject at
            ? Optional.of(address(at))
            : Optional.empty());
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
        Texts.of(at, "text"),
        Texts.of(at, "postcode"),
        Texts.of(at, "city"),
        Texts.of(at, "country"));
  }

  static RuntimeException invalid(String field) {
    return Problem.of(400, "invalid", "The request is not understood", "Look at: " + field)
        .asException();
  }
}
