package org.ariane.ivr.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.OfferId;
import org.ariane.router.assignment.OfferPort;
import org.ariane.router.assignment.Switchboard;
import org.ariane.router.assignment.Turn;
import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactChannel;
import org.ariane.router.contact.ContactId;
import org.ariane.router.presence.PhoneState;

/// A switchboard that says what a test wants and remembers what it was told.
final class Recorder implements Switchboard {
  final List<Contact> entered = new ArrayList<>();
  final List<ContactId> unansweredRings = new ArrayList<>();
  final List<String> reports = new ArrayList<>();
  Turn turn = new Turn.Wait(3, Optional.empty());

  @Override
  public void enter(Contact contact) {
    entered.add(contact);
  }

  @Override
  public void leave(ContactId contact) {
    reports.add("left " + contact);
  }

  @Override
  public Turn turn(ContactId contact) {
    return turn;
  }

  @Override
  public void ringEnded(ContactId contact, boolean answered) {
    if (!answered) {
      unansweredRings.add(contact);
    }
    reports.add("ring ended, answered " + answered);
  }

  @Override
  public void accepted(OfferId offer) {
    reports.add("accepted " + offer);
  }

  @Override
  public void declined(OfferId offer) {
    reports.add("declined " + offer);
  }

  @Override
  public void unanswered(OfferId offer) {
    reports.add("unanswered " + offer);
  }

  @Override
  public void parted(ContactId contact, PrincipalId operator, boolean again) {
    reports.add("parted " + contact + " " + operator + " again " + again);
  }

  @Override
  public void alone(ContactId contact) {
    reports.add("alone " + contact);
  }

  @Override
  public void resumed(Contact contact, PrincipalId operator) {
    reports.add("resumed " + contact.id() + " " + operator);
  }

  @Override
  public void phone(PrincipalId operator, PhoneState state) {
    reports.add(operator + " " + state);
  }

  @Override
  public void attach(ContactChannel channel, OfferPort port) {
    reports.add("attached " + channel);
  }
}
