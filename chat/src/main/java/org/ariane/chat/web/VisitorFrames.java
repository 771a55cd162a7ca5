package org.ariane.chat.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.ariane.chat.protocol.VisitorFrame;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.Language;
import org.ariane.router.contact.ForWhom;
import org.ariane.router.contact.Told;
import org.ariane.router.desk.MessageId;
import org.ariane.router.desk.Refusal;

/// Reads what her page sends.
final class VisitorFrames {
  /// A frame, or why it is none.
  sealed interface Reading {
    record Read(VisitorFrame frame) implements Reading {}

    record Refused(Refusal why) implements Reading {}
  }

  private VisitorFrames() {}

  static Reading read(String text) {
    try {
      JsonObject json = new JsonObject(text);
      return json.getValue("type") instanceof String type
          ? read(type, json)
          : new Reading.Refused(Refusal.BAD_FRAME);
    } catch (DecodeException | ClassCastException | IllegalArgumentException e) {
      return new Reading.Refused(Refusal.BAD_FRAME);
    }
  }

  private static Reading read(String type, JsonObject json) {
    return switch (type) {
      case "start" ->
          // What cannot be used of it never keeps her from a human.
          frame(
              new VisitorFrame.Start(
                  optional(json, "language").flatMap(Language::parse),
                  optional(json, "postcode").flatMap(Postcode::parse),
                  new Told(
                      optional(json, "forWhom").flatMap(ForWhom::parse),
                      json.getValue("safeNow") instanceof Boolean safe
                          ? Optional.of(safe)
                          : Optional.empty(),
                      Map.of()),
                  Boolean.TRUE.equals(json.getValue("exercise"))));
      case "resume" -> frame(new VisitorFrame.Resume(text(json, "resume"), received(json)));
      case "message" -> message(json);
      case "typing" -> frame(new VisitorFrame.Typing());
      case "seen" -> frame(new VisitorFrame.Seen(new MessageId(text(json, "id"))));
      case "danger" -> frame(new VisitorFrame.Danger());
      case "place" ->
          frame(
              new VisitorFrame.Place(
                  Postcode.parse(text(json, "postcode"))
                      .orElseThrow(() -> new IllegalArgumentException("postcode"))));
      case "consent" ->
          frame(new VisitorFrame.Consent(text(json, "id"), answer(text(json, "answer"))));
      case "leave" -> frame(new VisitorFrame.Leave());
      case "ping" -> frame(new VisitorFrame.Ping());
      default -> new Reading.Refused(Refusal.UNKNOWN_TYPE);
    };
  }

  private static Reading message(JsonObject json) {
    String text = text(json, "text");
    if (text.length() > VisitorFrame.TEXT_LIMIT) {
      return new Reading.Refused(Refusal.TOO_LONG);
    }
    return text.isBlank()
        ? new Reading.Refused(Refusal.BAD_FRAME)
        : frame(new VisitorFrame.Say(new MessageId(text(json, "id")), text));
  }

  private static VisitorFrame.Answer answer(String text) {
    return switch (text) {
      case "share" -> VisitorFrame.Answer.SHARE;
      case "without" -> VisitorFrame.Answer.WITHOUT;
      case "stay" -> VisitorFrame.Answer.STAY;
      default -> throw new IllegalArgumentException("answer");
    };
  }

  private static long received(JsonObject json) {
    return json.getValue("received") instanceof Number number ? number.longValue() : 0;
  }

  private static Reading frame(VisitorFrame frame) {
    return new Reading.Read(frame);
  }

  private static Optional<String> optional(JsonObject json, String name) {
    return json.getValue(name) instanceof String value ? Optional.of(value) : Optional.empty();
  }

  private static String text(JsonObject json, String name) {
    return optional(json, name).orElseThrow(() -> new IllegalArgumentException(name));
  }
}
