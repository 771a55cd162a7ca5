package org.ariane.router.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ariane.directory.Directory;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.CentreId;
import org.ariane.directory.place.Country;
import org.ariane.directory.place.Zone;
import org.ariane.directory.service.Audience;
import org.ariane.directory.service.Coverage;
import org.ariane.directory.service.Language;
import org.ariane.directory.service.Service;
import org.ariane.directory.service.ServiceChannel;
import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;
import org.ariane.router.access.Principal;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.access.Role;
import org.ariane.router.access.Roster;
import org.ariane.router.contact.Contact;
import org.ariane.router.desk.Refusal;

/// Finds whose telephone is meant. Numbers come from the directory and from nowhere else.
final class Callees {
  static final Refusal UNKNOWN = new Refusal("no-target", "Nobody is known by this id");
  static final Refusal NOT_FREE = new Refusal("not-free", "Nobody there is free for a call now");
  static final Refusal CLOSED = new Refusal("closed", "It has no telephone that is open now");
  static final Refusal NO_AGREEMENT =
      new Refusal("no-agreement", "No number is agreed with the police of this place");
  static final Refusal WHICH_PLACE =
      new Refusal("place-unknown", "This centre answers for several places: ask where first");
  static final Refusal OWN_AREA =
      new Refusal("own-area", "This interpreter works where she is; choose another one");
  static final Refusal OTHER_PUBLIC =
      new Refusal("other-public", "Victims and perpetrators are never put through to each other");

  /// The one found, or why there is none.
  sealed interface Found {
    record Of(Callee callee) implements Found {}

    record None(Refusal why) implements Found {}
  }

  /// Who is free for a call now.
  interface Free {
    Optional<PrincipalId> at(ServiceId desk, Optional<Language> language);

    boolean is(PrincipalId operator);
  }

  private final Roster roster;
  private final Free free;

  Callees(Roster roster, Free free) {
    this.roster = roster;
    this.free = free;
  }

  Found find(TransferTarget target, Contact contact, Directory directory, Instant now) {
    return switch (target) {
      case TransferTarget.ToService(ServiceId id) ->
          directory
              .service(id)
              .map(service -> service(service, contact, directory, now))
              .orElse(new Found.None(UNKNOWN));
      case TransferTarget.ToOperator(PrincipalId id) ->
          roster
              .find(id)
              .filter(account -> account.has(Role.OPERATOR))
              .map(this::colleague)
              .orElse(new Found.None(UNKNOWN));
      case TransferTarget.ToCentre(CentreId id) -> police(id, contact, directory);
    };
  }

  private Found colleague(Principal operator) {
    return free.is(operator.id())
        ? new Found.Of(new Callee.Colleague(operator.id(), operator.languages()))
        : new Found.None(NOT_FREE);
  }

  private Found service(Service service, Contact contact, Directory directory, Instant now) {
    if (forPerpetrators(service) != forPerpetrators(contact, directory)) {
      return new Found.None(OTHER_PUBLIC);
    }
    boolean interpreter =
        service.kind() == ServiceKind.INTERPRETER
            || service.kind() == ServiceKind.SIGN_LANGUAGE_RELAY;
    if (interpreter && ownArea(service, contact, directory)) {
      return new Found.None(OWN_AREA);
    }
    Optional<Principal> at = free.at(service.id(), contact.language()).flatMap(roster::find);
    if (at.isPresent()) {
      return colleague(at.get());
    }
    return number(service, now)
        .<Found>map(
            number -> new Found.Of(new Callee.Outside(number, languages(service), interpreter)))
        .orElse(new Found.None(hasDesk(service) ? NOT_FREE : CLOSED));
  }

  private static Found police(CentreId centre, Contact contact, Directory directory) {
    if (directory.centre(centre).isEmpty()) {
      return new Found.None(UNKNOWN);
    }
    List<Zone> hers =
        contact.postcode().flatMap(directory::zoneOf).stream()
            .filter(zone -> zone.chain().stream().anyMatch(step -> step.centre().equals(centre)))
            .toList();
    List<Zone> zones =
        contact.postcode().isPresent()
            ? hers
            : directory.zones().stream()
                .filter(zone -> zone.firstCentre().equals(centre))
                .filter(zone -> zone.agreedNumber().isPresent())
                .toList();
    if (zones.size() > 1) {
      return new Found.None(WHICH_PLACE);
    }
    return zones.stream()
        .findFirst()
        .flatMap(zone -> zone.agreedNumber().map(number -> police(zone, number)))
        .orElse(new Found.None(NO_AGREEMENT));
  }

  private static Found police(Zone zone, PhoneNumber number) {
    List<Language> spoken =
        zone.country().equals(Country.BE)
            ? List.of(Language.FR, Language.NL)
            : List.of(Language.FR);
    return new Found.Of(new Callee.Police(number, spoken));
  }

  /// An interpreter must not be somebody who may know her.
  private static boolean ownArea(Service service, Contact contact, Directory directory) {
    return service.coverage() instanceof Coverage.InZones(var zones)
        && contact
            .postcode()
            .filter(postcode ->
                directory.zones().stream()
                    .filter(zone -> zones.contains(zone.id()))
                    .anyMatch(zone -> zone.holds(postcode)))
            .isPresent();
  }

  private static boolean forPerpetrators(Service service) {
    return service.audiences().contains(Audience.PERPETRATOR);
  }

  private static boolean forPerpetrators(Contact contact, Directory directory) {
    return directory.lines().stream()
        .filter(line -> line.id().equals(contact.line()))
        .flatMap(line -> line.desks().stream())
        .flatMap(id -> directory.service(id).stream())
        .anyMatch(Callees::forPerpetrators);
  }

  private static boolean hasDesk(Service service) {
    return service.channels().stream().anyMatch(ServiceChannel.Desk.class::isInstance);
  }

  private static Optional<PhoneNumber> number(Service service, Instant now) {
    return service.channels().stream()
        .filter(channel -> channel.hours().openAt(now, service.timeZone()))
        .flatMap(channel ->
            channel instanceof ServiceChannel.Phone phone
                ? java.util.stream.Stream.of(phone.number())
                : java.util.stream.Stream.empty())
        .findFirst();
  }

  private static List<Language> languages(Service service) {
    return service.languages().stream().map(spoken -> spoken.language()).toList();
  }
}
