package org.ariane.ivr.flow;

import org.ariane.directory.service.ServiceId;
import org.ariane.directory.service.ServiceKind;

/// Whom a call is handed to: always an entry of the directory, never a number.
public sealed interface Target {
  record OfService(ServiceId service) implements Target {
    @Override
    public String toString() {
      return service.value();
    }
  }

  /// The first open one of this kind for her place and language.
  record OfKind(ServiceKind kind) implements Target {
    @Override
    public String toString() {
      return kind.wireName();
    }
  }
}
