package org.ariane.router.callback.http;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.access.Principal;
import org.ariane.router.assignment.LiveSwitchboard;
import org.ariane.router.contact.ContactId;
import org.ariane.router.http.Problem;

/// Whose number something is about: one that the operator typed as `phone`, or that of the call
/// that she has or had, as `contact`, which she never sees.
///
/// @param phones of callers who did not withhold it
public record HerNumber(
    LiveSwitchboard switchboard, Function<ContactId, Optional<PhoneNumber>> phones) {
  private static final String TAKEN = "taken";

  public PhoneNumber of(Principal operator, JsonObject body) {
    if (body.containsKey("phone")) {
      String told = SafeContactReader.text(body, "phone").replaceAll("[\\s.()-]", "");
      return PhoneNumber.e164(told).orElseThrow(() -> SafeContactReader.invalid("phone"));
    }
    ContactId contact =
        contact(operator, body).orElseThrow(() -> SafeContactReader.invalid("phone"));
    return phones
        .apply(contact)
        .orElseThrow(() ->
            Problem.of(422, "no-number", "She withheld her number", "Ask her for it.")
                .asException());
  }

  /// The call that is named; one that is not this operator's does not exist.
  public Optional<ContactId> contact(Principal operator, JsonObject body) {
    if (!body.containsKey("contact")) {
      return Optional.empty();
    }
    String id = SafeContactReader.text(body, "contact");
    if (!ContactId.isValid(id) || !tookIt(operator, new ContactId(id))) {
      throw Problem.notFound().asException();
    }
    return Optional.of(new ContactId(id));
  }

  private boolean tookIt(Principal operator, ContactId contact) {
    return switchboard.decisions(contact).stream()
        .anyMatch(decision ->
            decision.code().equals(TAKEN)
                && decision.chosen().filter(operator.id()::equals).isPresent());
  }
}
