package org.ariane.router.referral;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ariane.directory.service.ServiceId;
import org.ariane.router.access.PrincipalId;

/// [ReferralStore] in memory, where no time passes.
final class MemoryReferrals implements ReferralStore {
  private final Map<ReferralId, Referral> all = new LinkedHashMap<>();
  private final Map<String, ReferralId> requests = new HashMap<>();

  @Override
  public synchronized Optional<ReferralId> put(Referral referral, String request) {
    ReferralId known = requests.get(referral.by() + " " + request);
    if (known != null) {
      return Optional.of(known);
    }
    if ((referral.isAtDesk() && at(referral.service()).size() >= MOST)
        || by(referral.by()).size() >= MOST_OF_ONE) {
      return Optional.empty();
    }
    requests.put(referral.by() + " " + request, referral.id());
    all.put(referral.id(), referral);
    return Optional.of(referral.id());
  }

  @Override
  public synchronized Optional<Referral> find(ReferralId id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized List<Referral> at(ServiceId service) {
    return all.values().stream()
        .filter(each -> each.service().equals(service) && each.isAtDesk())
        .toList();
  }

  @Override
  public synchronized List<Referral> by(PrincipalId account) {
    return all.values().stream().filter(each -> each.by().equals(account)).toList();
  }

  @Override
  public synchronized boolean replace(Referral before, Referral after) {
    return all.replace(before.id(), before, after);
  }

  @Override
  public synchronized void erase(Referral referral) {
    all.remove(referral.id());
  }
}
