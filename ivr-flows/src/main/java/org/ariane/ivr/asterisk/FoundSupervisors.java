package org.ariane.ivr.asterisk;

import java.util.Optional;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.contact.ContactId;
import org.ariane.router.transfer.Supervision;
import org.ariane.router.transfer.SupervisionMode;
import org.ariane.router.transfer.Supervisions;

/// Supervisors in talks of one switch whom another server brought in: who they are and how they
/// take part is read from the channels (`supervise.conf`), so that they can go on to help, take
/// over or leave.
final class FoundSupervisors {
  private static final String ID = "su-";

  private final Supervisions supervisions;
  private final Adoption.CallReader calls;
  private final Phones phones;

  FoundSupervisors(Supervisions supervisions, Adoption.CallReader calls, Phones phones) {
    this.supervisions = supervisions;
    this.calls = calls;
    this.phones = phones;
  }

  /// Blocks. Changes nothing where a supervisor of this talk is known.
  ///
  /// @param caller her channel
  /// @param human the channel of whoever has her, who may be the supervisor by now
  /// @param operator who that is
  void look(ContactId contact, Word caller, Word human, PrincipalId operator) {
    if (supervisions.knows(contact)) {
      return;
    }
    if (calls.variable(human, "UNIQUEID").filter((ID + contact)::equals).isPresent()) {
      supervisions.found(new Supervision(contact, operator, operator, SupervisionMode.TAKE_OVER));
      return;
    }
    Optional<Word> supervisor = calls.variable(caller, "SHARED(ARIANE_SUPERVISOR)").map(Word::new);
    supervisor
        .flatMap(channel -> calls.variable(channel, "ARIANE_OPERATOR"))
        .flatMap(phones::operator)
        .ifPresent(
            known -> supervisions.found(new Supervision(contact, known, operator, mode(caller))));
  }

  private SupervisionMode mode(Word caller) {
    return calls.variable(caller, "SHARED(ARIANE_OBSERVED)").isPresent()
        ? SupervisionMode.LISTEN
        : SupervisionMode.HELP;
  }
}
