package org.ariane.router.text.redis;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Postcode;
import org.ariane.directory.service.LineId;
import org.ariane.router.alarm.IncidentId;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.contact.Danger;
import org.ariane.router.contact.Medium;
import org.ariane.router.contact.Told;
import org.ariane.router.dispatch.redis.AlarmRedis;
import org.ariane.router.redlist.IndexKeys;
import org.ariane.router.secrecy.Sealing;
import org.ariane.router.secrecy.redis.PhoneShelf;
import org.ariane.router.text.TextChat;
import org.ariane.router.text.TextChats;

/// [TextChats] in Redis: sealed, under keyed names.
public final class RedisTextChats implements TextChats {
  private static final Duration KEPT = Duration.ofDays(1);

  private final PhoneShelf shelf;
  private final InstantSource clock;

  public RedisTextChats(AlarmRedis redis, IndexKeys names, Sealing sealing, InstantSource clock) {
    this.shelf = new PhoneShelf("text-chat", redis, names, sealing, clock);
    this.clock = clock;
  }

  @Override
  public void put(TextChat chat) {
    shelf.put(
        new PhoneShelf.Filed(
            chat.contact().id().value(), chat.phone(), write(chat), clock.instant().plus(KEPT)));
  }

  @Override
  public void drop(ContactId contact) {
    shelf.take(contact.value());
  }

  @Override
  public List<TextChat> all() {
    return shelf.all().stream().map(RedisTextChats::read).toList();
  }

  static String write(TextChat chat) {
    Contact contact = chat.contact();
    JsonObject json =
        new JsonObject()
            .put("id", contact.id().value())
            .put("line", contact.line().value())
            .put("danger", contact.danger().name())
            .put("at", contact.arrivedAt().toString())
            .put("exercise", contact.exercise())
            .put("phone", chat.phone().dialled())
            .put("to", chat.line().dialled());
    contact.postcode().ifPresent(postcode -> json.put("postcode", postcode.digits()));
    contact.incident().ifPresent(incident -> json.put("incident", incident.value()));
    return json.encode();
  }

  static TextChat read(String text) {
    JsonObject json = new JsonObject(text);
    Contact contact =
        new Contact(
            new ContactId(json.getString("id")),
            ContactChannel.CHAT,
            new LineId(json.getString("line")),
            Optional.empty(),
            Optional.ofNullable(json.getString("postcode")).flatMap(Postcode::parse),
            Danger.valueOf(json.getString("danger")),
            false,
            Optional.ofNullable(json.getString("incident")).map(IncidentId::new),
            Instant.parse(json.getString("at")),
            json.getBoolean("exercise"),
            Told.NOTHING,
            Medium.TEXT_MESSAGE);
    return new TextChat(
        contact, new PhoneNumber(json.getString("phone")), new PhoneNumber(json.getString("to")));
  }
}
