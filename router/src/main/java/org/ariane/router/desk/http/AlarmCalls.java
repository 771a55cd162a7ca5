package org.ariane.router.desk.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Role;
import org.ariane.router.alarm.Alarm;
import org.ariane.router.alarm.AlarmFollowUp;
import org.ariane.router.alarm.AlarmFollowUp.Answer;
import org.ariane.router.alarm.AlarmId;
import org.ariane.router.alarm.AlarmIntake;
import org.ariane.router.alarm.AlarmSource;
import org.ariane.router.alarm.http.AlarmReader;
import org.ariane.router.alarm.http.AlarmReplies;
import org.ariane.router.contact.ContactId;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Reply;

/// The button "Alert the police" of an operator: an alarm with the address of the incident, for
/// whom she talks with or for somebody else. A contact's alarm is one, however often and by
/// whomever the button is pressed, and one incident with the key or the tap of the same contact.
/// Like every alarm it is never refused for what it contains.
public final class AlarmCalls {
  private static final Set<Role> ROLES = Set.of(Role.OPERATOR, Role.SUPERVISOR);

  private final AlarmIntake intake;
  private final AlarmFollowUp followUp;
  private final Function<ContactId, Optional<PhoneNumber>> phones;
  private final InstantSource clock;
  private final AlarmReader reader = new AlarmReader();

  /// @param phones of callers, where the telephone told; goes along unseen
  public AlarmCalls(
      AlarmIntake intake,
      AlarmFollowUp followUp,
      Function<ContactId, Optional<PhoneNumber>> phones,
      InstantSource clock) {
    this.intake = intake;
    this.followUp = followUp;
    this.phones = phones;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/v1/desk/alarms", ROLES, this::raise),
        Endpoint.get("/v1/desk/alarms/:alarmId", ROLES, this::progress));
  }

  private Reply raise(Exchange exchange) {
    String account = exchange.principal().id().value();
    byte[] body = exchange.rawBody().getBytes();
    Alarm read =
        reader.read(new AlarmSource.Operator(account, Optional.empty()), body, clock.instant());
    Optional<String> told = reader.contact(body);
    Optional<ContactId> contact = told.filter(ContactId::isValid).map(ContactId::new);
    Alarm named =
        told.isPresent() && contact.isEmpty() ? read.alsoDegraded(List.of("/contact")) : read;
    return AlarmReplies.of(
        intake.take(contact.map(known -> of(known, account, named)).orElse(named)));
  }

  /// The phone of a witness is not the phone of her who needs help.
  private Alarm of(ContactId contact, String account, Alarm alarm) {
    Alarm hers =
        alarm.as(new AlarmSource.Operator(account, Optional.of(contact.value())), contact.value());
    return alarm.forSomeoneElse() ? hers : hers.orPhone(phones.apply(contact));
  }

  private Reply progress(Exchange exchange) {
    AlarmId alarm = AlarmReplies.alarm(exchange);
    String account = exchange.principal().id().value();
    Answer own = followUp.progress(new AlarmSource.Operator(account, Optional.empty()), alarm);
    Answer answer =
        own instanceof Answer.Unknown
            ? followUp.progress(new AlarmSource.Operator(account, Optional.of("any")), alarm)
            : own;
    return Reply.ok(AlarmReplies.body(answer));
  }
}
