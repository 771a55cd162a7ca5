package org.ariane.router.dispatch;

/// Tells the owner of an incident that could not be stored, from memory, as well as it can. Returns
/// at once.
@FunctionalInterface
public interface LastResort {
  void tell(Incident incident);
}
