package org.ariane.router.referral;

import java.util.List;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// Keeps referrals until they end. Every call may throw
/// [org.ariane.router.dispatch.LogUnavailableException].
public interface ReferralStore {
  /// How many the desk of one service may have at once.
  int MOST = 500;

  /// How many may be one account's at once, so that one alone shuts no service to others.
  int MOST_OF_ONE = 200;

  /// On disk when it returns.
  ///
  /// @param request the client's own name of it; a second one of the same account and name is not
  ///   kept
  /// @return the id under which it is kept, that of the first where it is repeated; empty where
  ///   [#MOST] or [#MOST_OF_ONE] are there already
  Optional<ReferralId> put(Referral referral, String request);

  Optional<Referral> find(ReferralId id);

  /// Those that the desk of a service has ([Referral#isAtDesk]), oldest first.
  List<Referral> at(ServiceId service);

  /// Those an account sent, oldest first.
  List<Referral> by(PrincipalId account);

  /// Puts `after` in the place of `before`. Of all who ask at once, on whatever server, exactly one
  /// gets true.
  boolean replace(Referral before, Referral after);

  /// Ends it, for good.
  void erase(Referral referral);
}
