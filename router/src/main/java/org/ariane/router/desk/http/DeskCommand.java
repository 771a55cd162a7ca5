package org.ariane.router.desk.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Predicate;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.contact.ContactId;
import org.ariane.router.desk.MessageId;
import org.ariane.router.desk.Refusal;
import org.ariane.router.presence.DeskPresence;

/// What an operator says at her desk.
sealed interface DeskCommand {
  int TEXT_LIMIT = 2_000;

  record Wish(DeskPresence.Wish wish) implements DeskCommand {}

  record Ready() implements DeskCommand {}

  record Accept(OfferId offer) implements DeskCommand {}

  record Decline(OfferId offer) implements DeskCommand {}

  record Say(ContactId contact, MessageId id, String text) implements DeskCommand {
    @Override
    public String toString() {
      return "Say[masked]";
    }
  }

  record Typing(ContactId contact) implements DeskCommand {}

  record Seen(ContactId contact, MessageId id) implements DeskCommand {}

  record Transfer(ContactId contact, ServiceId to) implements DeskCommand {}

  record End(ContactId contact) implements DeskCommand {}

  record Ping() implements DeskCommand {}

  /// A frame that is none of these.
  record Unusable(Refusal why) implements DeskCommand {}

  /// What a page may say that is her telephone only; the rest belongs to a desk.
  default DeskCommand ofCalls() {
    return switch (this) {
      case Ready ready -> ready;
      case Decline decline -> decline;
      case Ping ping -> ping;
      case Unusable unusable -> unusable;
      case Wish wish -> notHere();
      case Accept accept -> notHere();
      case Say say -> notHere();
      case Typing typing -> notHere();
      case Seen seen -> notHere();
      case Transfer transfer -> notHere();
      case End end -> notHere();
    };
  }

  private static Unusable notHere() {
    return new Unusable(new Refusal("no-desk", "This page is a telephone, not a desk"));
  }

  static DeskCommand parse(String frame) {
    try {
      JsonObject json = new JsonObject(frame);
      return json.getValue("type") instanceof String type
          ? read(type, json)
          : new Unusable(Refusal.BAD_FRAME);
    } catch (DecodeException | ClassCastException | IllegalArgumentException e) {
      return new Unusable(Refusal.BAD_FRAME);
    }
  }

  private static DeskCommand read(String type, JsonObject json) {
    return switch (type) {
      case "presence" -> wish(text(json, "presence"));
      case "ready" -> new Ready();
      case "accept" -> new Accept(offer(json));
      case "decline" -> new Decline(offer(json));
      case "message" -> say(json);
      case "typing" -> new Typing(contact(json));
      case "seen" -> new Seen(contact(json), new MessageId(text(json, "id")));
      case "transfer" -> new Transfer(contact(json), new ServiceId(text(json, "to")));
      case "end" -> new End(contact(json));
      case "ping" -> new Ping();
      default -> new Unusable(Refusal.UNKNOWN_TYPE);
    };
  }

  private static DeskCommand wish(String presence) {
    return switch (presence) {
      case "available" -> new Wish(DeskPresence.Wish.AVAILABLE);
      case "offline" -> new Wish(DeskPresence.Wish.OFFLINE);
      default -> new Unusable(Refusal.BAD_FRAME);
    };
  }

  private static DeskCommand say(JsonObject json) {
    String text = text(json, "text");
    if (text.length() > TEXT_LIMIT) {
      return new Unusable(Refusal.TOO_LONG);
    }
    return text.isBlank()
        ? new Unusable(Refusal.BAD_FRAME)
        : new Say(contact(json), new MessageId(text(json, "id")), text);
  }

  private static OfferId offer(JsonObject json) {
    return new OfferId(text(json, "offer"));
  }

  private static ContactId contact(JsonObject json) {
    return new ContactId(text(json, "contact"));
  }

  private static String text(JsonObject json, String name) {
    return Optional.ofNullable(json.getValue(name))
        .filter((Predicate<Object>) String.class::isInstance)
        .map(String.class::cast)
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
