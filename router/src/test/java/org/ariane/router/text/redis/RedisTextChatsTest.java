package org.ariane.router.text.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.ariane.router.text.TextChat;
import org.junit.jupiter.api.Test;

class RedisTextChatsTest {
  @Test
  void whatIsKeptComesBackAndIsMaskedInLogs() {
    Contact contact =
        new Contact(
            new ContactId("co-01ARZ3NDEKTSV4RRFFQ69G5FAV"),
            ContactChannel.CHAT,
            new LineId("3919"),
            Optional.empty(),
            Postcode.parse("94700"),
            Danger.ALERTED,
            false,
            Optional.of(new IncidentId("in-01ARZ3NDEKTSV4RRFFQ69G5FAV")),
            Instant.parse("2026-11-24T16:00:00Z"),
            true,
            Told.NOTHING,
            Medium.TEXT_MESSAGE);
    TextChat chat = new TextChat(contact, new PhoneNumber("+33677777701"), new PhoneNumber("3919"));

    assertThat(RedisTextChats.read(RedisTextChats.write(chat))).isEqualTo(chat);
    assertThat(chat.toString()).doesNotContain("777");
  }
}
