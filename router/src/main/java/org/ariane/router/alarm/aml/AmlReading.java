package org.ariane.router.alarm.aml;

import java.util.List;
import java.util.Optional;
import org.ariane.router.alarm.Fix;

/// What became of a text. Holds no identity of the phone or of its card. Its text form is masked.
public sealed interface AmlReading {
  /// A message of Advanced Mobile Location.
  ///
  /// @param note what dispatch may want to know beside the position: confidence, network, parts
  ///   that could not be used
  /// @param timed whether the text says when it was measured, so that the same text again is the
  ///   same message
  /// @param degraded JSON pointers of parts that were set aside, as `/aml/lt`
  record Message(Optional<Fix> fix, Optional<String> note, boolean timed, List<String> degraded)
      implements AmlReading {
    public Message {
      degraded = List.copyOf(degraded);
    }

    @Override
    public String toString() {
      return "Message[masked]";
    }
  }

  /// Something else; taken as it is.
  record Other(String raw) implements AmlReading {
    @Override
    public String toString() {
      return "Other[masked]";
    }
  }
}
