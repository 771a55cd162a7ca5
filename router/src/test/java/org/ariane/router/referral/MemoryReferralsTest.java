package org.ariane.router.referral;

class MemoryReferralsTest extends ReferralStoreContract {
  private final MemoryReferrals store = new MemoryReferrals();

  @Override
  protected ReferralStore store() {
    return store;
  }
}
