package org.ariane.router.text;

import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;

/// One message that came in. Its text form is masked.
///
/// @param from who wrote, as her carrier says: a claim, never an identity; she is answered there
/// @param line the number that she wrote to, as dialled
/// @param words empty where they could not be read: nothing, not UTF-8, or more than the switch
///   takes
/// @param missed how many before this one were too many for the switch and are lost; some may be of
///   others
public record TextMessage(
    PhoneNumber from, PhoneNumber line, Optional<String> words, int missed, boolean exercise) {
  @Override
  public String toString() {
    return "TextMessage[masked]";
  }
}
