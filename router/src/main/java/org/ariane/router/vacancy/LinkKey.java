package org.ariane.router.vacancy;

/// Proves that bytes come from one of our servers (HMAC).
public interface LinkKey {
  byte[] prove(byte[] bytes);

  /// Whether the proof is one of these bytes, under the present or an earlier key. In a time that
  /// tells nothing of the proof.
  boolean proves(byte[] proof, byte[] bytes);
}
