package org.ariane.router.dispatch;

import org.ariane.router.identity.Ulid;

/// Names one message to a centre; the same on each repeat, so that the receiver can tell. Goes out
/// as `webhook-id`.
public record DeliveryId(String value) {
  public static DeliveryId mint(Ulid ulids) {
    return new DeliveryId("msg_" + ulids.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
