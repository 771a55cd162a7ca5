package org.ariane.ivr.softphone;

import java.util.Optional;
import org.ariane.router.access.PrincipalId;

/// What the door needs of the switch.
public interface Softphones {
  /// An account at the switch. Its text form is masked.
  record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /// Where its WebSocket is, on loopback; empty where there is none.
  Optional<Integer> port();

  /// Of an operator's softphone; empty where she has none.
  Optional<Login> login(PrincipalId operator);

  /// Whether it rings or talks now, as far as the switch told.
  boolean busy(PrincipalId operator);

  /// Without a telephone switch.
  Softphones NONE =
      new Softphones() {
        @Override
        public Optional<Integer> port() {
          return Optional.empty();
        }

        @Override
        public Optional<Login> login(PrincipalId operator) {
          return Optional.empty();
        }

        @Override
        public boolean busy(PrincipalId operator) {
          return false;
        }
      };
}
