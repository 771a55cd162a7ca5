package org.ariane.router.transfer;

import org.ariane.router.contact.Contact;
import org.ariane.router.contact.ContactId;

/// What the telephone switch does with a talk. May block for moments. What comes of it is told to
/// [Transfers#heard]. Each says whether the switch was told; where it was not, nothing changed.
public interface CallControl {
  /// Stands in until the telephone line is attached.
  CallControl NONE =
      new CallControl() {
        @Override
        public boolean begin(Transfer transfer, Contact contact) {
          return false;
        }

        @Override
        public boolean step(ContactId contact, TransferStep step, boolean together) {
          return false;
        }

        @Override
        public boolean supervise(Supervision supervision, Contact contact) {
          return false;
        }

        @Override
        public boolean change(Supervision supervision) {
          return false;
        }
      };

  /// She waits, the target rings.
  boolean begin(Transfer transfer, Contact contact);

  /// Does a step of the transfer under way.
  ///
  /// @param together whether all three talk already
  boolean step(ContactId contact, TransferStep step, boolean together);

  /// Rings the supervisor, who is announced before she hears anything.
  boolean supervise(Supervision supervision, Contact contact);

  /// Another mode, or the end, for a supervisor who is there.
  boolean change(Supervision supervision);
}
