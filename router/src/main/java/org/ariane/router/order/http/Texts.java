package org.ariane.router.order.http;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.ariane.router.order.CourtOrder;
import org.ariane.router.order.OrderId;
import org.ariane.router.order.OrderKind;
import org.ariane.router.order.OrderStatus;

/// Reads the texts of an order. What is wrong is answered 400 with the field's name.
final class Texts {
  private static final int MOST = 200;

  private Texts() {}

  static Optional<String> of(JsonObject body, String name) {
    return body.getValue(name) instanceof String text && !text.isBlank() && text.length() <= MOST
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  static CourtOrder order(JsonObject body, OrderId id, OrderStatus status) {
    OrderKind kind =
        of(body, "kind").flatMap(OrderKind::parse).orElseThrow(() -> SubjectReader.invalid("kind"));
    String court =
        of(body, "court")
            .filter(text -> text.length() <= CourtOrder.MOST_COURT)
            .orElseThrow(() -> SubjectReader.invalid("court"));
    Object breached = body.getValue("breached", false);
    if (!(breached instanceof Boolean seen)) {
      throw SubjectReader.invalid("breached");
    }
    return new CourtOrder(id, kind, court, until(body), status, seen);
  }

  private static LocalDate until(JsonObject body) {
    try {
      return LocalDate.parse(of(body, "until").orElseThrow(() -> SubjectReader.invalid("until")));
    } catch (DateTimeParseException e) {
      throw SubjectReader.invalid("until");
    }
  }
}
