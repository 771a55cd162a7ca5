package org.ariane.directory.search;

import java.util.Locale;
import java.util.Optional;
import org.ariane.directory.service.Service;

/// A need is answered by a service of that name or of any parent of it: who asks for
/// `urn:service:counseling.children` is served by `urn:service:counseling` (RFC 5031 section 4.2).
/// A record without needs is incomplete, not unwilling.
final class NeedPolicy {
  private static final String PERPETRATOR = "urn:service:counseling.perpetrator";

  private NeedPolicy() {}

  static Optional<Reason> against(Service service, ServiceQuery query) {
    if (service.needs().isEmpty() || query.need().isEmpty()) {
      return Optional.empty();
    }
    String need = query.need().get().strip().toLowerCase(Locale.ROOT);
    boolean answered = service.needs().stream().anyMatch(offered -> isOrIsBelow(need, offered));
    return answered
        ? Optional.empty()
        : Optional.of(new Reason("need", "Does not answer this need"));
  }

  static boolean isForPerpetrators(String need) {
    return isOrIsBelow(need.strip().toLowerCase(Locale.ROOT), PERPETRATOR);
  }

  private static boolean isOrIsBelow(String need, String offered) {
    return need.equals(offered) || need.startsWith(offered + ".");
  }
}
