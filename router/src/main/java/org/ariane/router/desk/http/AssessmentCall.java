package org.ariane.router.desk.http;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ariane.router.access.Principal;
import org.ariane.router.access.Role;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;
import org.ariane.router.danger.http.AssessmentDesk;
import org.ariane.router.http.Endpoint;
import org.ariane.router.http.Exchange;
import org.ariane.router.http.Problem;
import org.ariane.router.http.Reply;
import org.ariane.router.order.http.SubjectReader;

/// `POST /v1/contacts/{id}/assessment`: an operator assesses the danger of somebody she talks or
/// talked to. Kept for the next alarm where she knows a phone or an address; and in the incident
/// that was raised from the contact.
public final class AssessmentCall {
  private static final Set<Role> ROLES = Set.of(Role.OPERATOR);
  private static final String TAKEN = "taken";

  private final LiveSwitchboard switchboard;
  private final AssessmentDesk desk;

  public AssessmentCall(LiveSwitchboard switchboard, AssessmentDesk desk) {
    this.switchboard = switchboard;
    this.desk = desk;
  }

  public List<Endpoint> endpoints() {
    return List.of(Endpoint.post("/v1/contacts/:id/assessment", ROLES, this::assess));
  }

  private Reply assess(Exchange exchange) {
    String id = exchange.path("id");
    if (!ContactId.isValid(id) || !tookIt(exchange.principal(), new ContactId(id))) {
      throw Problem.notFound().asException();
    }
    Optional<Contact> contact = switchboard.contact(new ContactId(id));
    JsonObject body = exchange.json();
    return desk.ofContact(
        exchange.principal(),
        contact.flatMap(Contact::incident),
        SubjectReader.query(body),
        contact.map(Contact::exercise).orElse(false),
        body);
  }

  /// Also when they have parted: the crisis comes first.
  private boolean tookIt(Principal operator, ContactId contact) {
    return switchboard.decisions(contact).stream()
        .anyMatch(decision ->
            decision.code().equals(TAKEN)
                && decision.chosen().filter(operator.id()::equals).isPresent());
  }
}
