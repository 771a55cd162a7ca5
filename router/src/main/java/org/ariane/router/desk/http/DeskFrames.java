package org.ariane.router.desk.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.search.Reason;
import org.ariane.router.assignment.Standing;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.Told;
import org.ariane.router.desk.Conversation;
import org.ariane.router.desk.DeskListing;
import org.ariane.router.desk.DeskNews;
import org.ariane.router.desk.Message;
import org.ariane.router.desk.Refusal;
import org.ariane.router.presence.Presence;

/// Frames of `/v1/desk/stream`, as `ops/docs/protocols.md` describes them.
final class DeskFrames {
  private DeskFrames() {}

  static JsonObject frame(DeskNews news) {
    return switch (news) {
      case DeskNews.PresenceIs(Presence presence) ->
          typed("presence").put("presence", presence.wireName());
      case DeskNews.OfferRings(Standing standing) -> typed("offer").put("offer", offer(standing));
      case DeskNews.OfferWithdrawn withdrawn ->
          typed("offer.withdrawn")
              .put("offer", withdrawn.offer().value())
              .put("cause", withdrawn.cause());
      case DeskNews.Opened(Conversation conversation) ->
          typed("conversation.opened").put("conversation", conversation(conversation));
      case DeskNews.Closed closed ->
          typed("conversation.closed")
              .put("contact", closed.contact().value())
              .put("reason", closed.reason());
      case DeskNews.Said said ->
          typed("message")
              .put("contact", said.contact().value())
              .put("message", message(said.message()));
      case DeskNews.Typing typing -> typed("typing").put("contact", typing.contact().value());
      case DeskNews.Seen seen ->
          typed("seen").put("contact", seen.contact().value()).put("id", seen.message().value());
      case DeskNews.Sent sent ->
          typed("sent").put("contact", sent.contact().value()).put("id", sent.message().value());
      case DeskNews.Danger danger -> danger(danger);
      case DeskNews.Transfer transfer -> transfer(transfer);
      case DeskNews.CallTransfer transfer -> callTransfer(transfer);
      case DeskNews.CallHere call -> typed("call").put("call", callHere(call));
      case DeskNews.Supervised supervised ->
          typed("supervised")
              .put("contact", supervised.contact().value())
              .put("mode", supervised.mode());
      case DeskNews.Desks desks -> typed("desks").put("desks", desks(desks.desks()));
      case DeskNews.About about -> CallerNoteFrames.frame(about.contact(), about.note());
      case DeskNews.CallbackDue due -> typed("callback-due").put("callback", due.callback());
      case DeskNews.CallbackEnded ended ->
          typed("callback-ended").put("callback", ended.callback()).put("outcome", ended.outcome());
    };
  }

  private static JsonObject danger(DeskNews.Danger danger) {
    JsonObject frame =
        typed("danger")
            .put("contact", danger.contact().value())
            .put("state", danger.state().wireName());
    danger.incident().ifPresent(incident -> frame.put("incident", incident.value()));
    return frame;
  }

  private static JsonObject transfer(DeskNews.Transfer transfer) {
    JsonObject frame =
        typed("transfer")
            .put("contact", transfer.contact().value())
            .put("to", transfer.to().value())
            .put("state", transfer.state().wireName());
    transfer.cause().ifPresent(cause -> frame.put("cause", cause));
    return frame;
  }

  private static JsonObject callTransfer(DeskNews.CallTransfer transfer) {
    JsonObject frame =
        typed("transfer")
            .put("contact", transfer.contact().value())
            .put("kind", transfer.kind())
            .put("to", transfer.to())
            .put("state", transfer.state().wireName());
    transfer.cause().ifPresent(cause -> frame.put("cause", cause));
    return frame;
  }

  private static JsonObject callHere(DeskNews.CallHere call) {
    JsonObject json =
        new JsonObject()
            .put("contact", call.contact().value())
            .put("danger", call.danger() ? "alerted" : "none")
            .put("exercise", call.exercise());
    call.language().ifPresent(language -> json.put("language", language.tag()));
    call.place().ifPresent(place -> json.put("postcode", place.digits()));
    return json;
  }

  static JsonObject snapshot(
      long seq,
      Presence presence,
      Optional<Standing> offer,
      List<Conversation> conversations,
      List<DeskListing> desks) {
    JsonArray open = new JsonArray();
    conversations.forEach(conversation -> open.add(conversation(conversation)));
    JsonArray offers = new JsonArray();
    offer.ifPresent(standing -> offers.add(offer(standing)));
    return new JsonObject()
        .put("seq", seq)
        .put("type", "snapshot")
        .put("presence", presence.wireName())
        .put("offers", offers)
        .put("conversations", open)
        .put("desks", desks(desks));
  }

  static JsonObject error(Refusal refusal) {
    return typed("error").put("code", refusal.code()).put("text", refusal.text());
  }

  static JsonObject pong() {
    return typed("pong");
  }

  private static JsonObject offer(Standing standing) {
    Contact contact = standing.offer().contact();
    JsonObject json =
        new JsonObject()
            .put("id", standing.offer().id().value())
            .put("contact", contact.id().value())
            .put("channel", contact.channel().wireName())
            .put("medium", contact.medium().wireName())
            .put("danger", danger(contact.danger()))
            .put("silent", contact.silent())
            .put("withinS", seconds(standing.left()))
            .put("waitedS", seconds(standing.waited()))
            .put("reasons", reasons(standing.offer().reasons()))
            .put("exercise", contact.exercise());
    contact.language().ifPresent(language -> json.put("language", language.tag()));
    contact.postcode().ifPresent(postcode -> json.put("postcode", postcode.digits()));
    standing.from().ifPresent(from -> json.put("from", from.value()));
    // Whom a colleague passes on is shown as she agreed, once she is here.
    if (standing.from().isEmpty()) {
      told(contact.told(), json);
    }
    return json;
  }

  /// What she said before: whom it is for, whether it is safe now, answers by question.
  private static void told(Told told, JsonObject json) {
    told.forWhom().ifPresent(whom -> json.put("forWhom", whom.wireName()));
    told.safeNow().ifPresent(safe -> json.put("safeNow", safe));
    if (!told.answers().isEmpty()) {
      JsonObject answers = new JsonObject();
      told.answers().forEach(answers::put);
      json.put("answers", answers);
    }
  }

  private static JsonObject conversation(Conversation conversation) {
    JsonArray messages = new JsonArray();
    conversation.messages().forEach(message -> messages.add(message(message)));
    JsonObject json =
        new JsonObject()
            .put("contact", conversation.contact().value())
            .put("channel", conversation.channel().wireName())
            .put("medium", conversation.medium().wireName())
            .put("danger", conversation.danger().wireName())
            .put("messages", messages)
            .put("textShared", conversation.textShared())
            .put("exercise", conversation.exercise());
    conversation.language().ifPresent(language -> json.put("language", language.tag()));
    conversation.postcode().ifPresent(postcode -> json.put("postcode", postcode.digits()));
    conversation.incident().ifPresent(incident -> json.put("incident", incident.value()));
    told(conversation.told(), json);
    return json;
  }

  private static JsonObject message(Message message) {
    return new JsonObject()
        .put("id", message.id().value())
        .put("from", message.author().wireName())
        .put("text", message.text())
        .put("at", message.at().toString());
  }

  private static JsonArray desks(List<DeskListing> desks) {
    JsonArray array = new JsonArray();
    for (DeskListing desk : desks) {
      array.add(
          new JsonObject()
              .put("id", desk.id().value())
              .put("name", desk.name())
              .put("available", desk.available()));
    }
    return array;
  }

  private static JsonArray reasons(List<Reason> reasons) {
    JsonArray array = new JsonArray();
    reasons.forEach(reason ->
        array.add(new JsonObject().put("code", reason.code()).put("text", reason.text())));
    return array;
  }

  private static String danger(Danger danger) {
    return switch (danger) {
      case NONE -> "none";
      case ALERTED -> "alerted";
      case PLACE_UNKNOWN -> "place-unknown";
    };
  }

  private static long seconds(Duration duration) {
    return duration.toSeconds();
  }

  private static JsonObject typed(String type) {
    return new JsonObject().put("type", type);
  }
}
