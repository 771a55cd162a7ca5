package org.ariane.router.presence;

/// What the telephone switch says of an operator's telephone.
public enum PhoneState {
  UNREACHABLE,
  IDLE,
  RINGING,
  IN_USE
}
