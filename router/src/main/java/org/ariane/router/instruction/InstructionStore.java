package org.ariane.router.instruction;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.phone.PhoneNumber;

/// Keeps instructions until they are lifted. Every call may throw
/// [org.ariane.router.dispatch.LogUnavailableException].
public interface InstructionStore {
  /// In place of what was registered before for the same phone.
  void put(SilentInstruction instruction);

  /// The same work whether or not there is one.
  Optional<SilentInstruction> of(PhoneNumber phone);

  List<SilentInstruction> all();

  void lift(PhoneNumber phone);
}
