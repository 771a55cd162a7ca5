package org.ariane.router.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.LineId;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;

/// Contacts and operators for tests.
public final class People {
  public static final ServiceId HOTLINE = new ServiceId("fr-3919");
  public static final ServiceId CRETEIL = new ServiceId("sample-fr-94-01");

  private People() {}

  public static ContactId id(int number) {
    return new ContactId("co-%026d".formatted(number));
  }

  public static Contact contact(int number, ContactChannel channel, Instant arrivedAt) {
    return new Contact(
        id(number),
        channel,
        new LineId("3919"),
        Optional.of(Language.FR),
        Optional.empty(),
        Danger.NONE,
        false,
        Optional.empty(),
        arrivedAt,
        false);
  }

  public static Contact call(int number, Instant arrivedAt) {
    return contact(number, ContactChannel.CALL, arrivedAt);
  }

  public static Contact chat(int number, Instant arrivedAt) {
    return contact(number, ContactChannel.CHAT, arrivedAt);
  }

  public static Contact silent(Contact contact) {
    return new Contact(
        contact.id(),
        contact.channel(),
        contact.line(),
        contact.language(),
        contact.postcode(),
        contact.danger(),
        true,
        contact.incident(),
        contact.arrivedAt(),
        contact.exercise());
  }

  public static Contact speaking(Contact contact, Language language) {
    return new Contact(
        contact.id(),
        contact.channel(),
        contact.line(),
        Optional.of(language),
        contact.postcode(),
        contact.danger(),
        contact.silent(),
        contact.incident(),
        contact.arrivedAt(),
        contact.exercise());
  }

  public static Principal operator(int number, ServiceId desk, Language... languages) {
    return Principal.of(new PrincipalId("operator-" + number), Role.OPERATOR)
        .atDesk(desk)
        .speaking(List.of(languages));
  }
}
