package org.ariane.router.amendment;

import java.util.List;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.Principal;

/// Keeps revisions, append-only, for all servers. Every call may throw
/// [org.ariane.router.dispatch.LogUnavailableException].
public interface AmendmentLog {
  /// What came of an attempt to append.
  sealed interface Outcome {
    /// On disk, with its line in the audit log, when it returns.
    record Appended(Revision revision) implements Outcome {}

    /// Somebody else changed the service first; nothing was appended.
    record Overtaken() implements Outcome {}

    /// There are as many revisions as are kept; nothing was appended.
    record Full() implements Outcome {}
  }

  /// Appends, if the newest revision of the service is still `basedOn`.
  ///
  /// @param revision whose number does not count yet
  /// @param basedOn 0 where none was there
  Outcome append(Revision revision, long basedOn, Principal by);

  /// The number of the newest revision of all; 0 before the first.
  long last();

  /// The newest of each service that ever had one, in no order.
  List<Revision> newest();

  /// Of one service, newest first.
  List<Revision> of(ServiceId service, int most);

  /// Of all services, newest first.
  ///
  /// @param before only such with a lesser number
  List<Revision> latest(long before, int most);
}
