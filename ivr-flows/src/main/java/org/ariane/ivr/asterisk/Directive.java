package org.ariane.ivr.asterisk;

import java.time.Duration;
import java.util.List;
import org.ariane.router.contact.ContactId;

/// What the dialplan is to do next; names of `ARIANE_DO`.
sealed interface Directive {
  /// Say something, then listen for keys. A hold slice is one that listens hardly at all.
  record Ask(List<Sound> say, int keysAtMost, Duration listen) implements Directive {
    public Ask {
      say = List.copyOf(say);
    }
  }

  /// Ring a number through the trunk; she hears `say`, then the hold sound.
  record Ring(List<Sound> say, DialNumber number, Duration within) implements Directive {
    public Ring {
      say = List.copyOf(say);
    }
  }

  /// Say goodbye and end the call, as she chose.
  record HangUp() implements Directive {}

  /// Let the dialplan ring all operators by itself.
  record Rescue() implements Directive {}

  /// Call the police of her place beside her, and come back at once.
  ///
  /// @param announce what the police hear when they answer
  record CallPolice(DialNumber agreed, ContactId room, List<Sound> announce) implements Directive {
    public CallPolice {
      announce = List.copyOf(announce);
    }
  }
}
