package org.ariane.router.audit;

/// Proves that bytes were written by one of our servers. Its key does not lie in the store.
public interface ChainKey {
  /// Text without spaces.
  String prove(byte[] bytes);

  /// Whether the proof is one of these bytes, under the present or an earlier key.
  boolean proves(String proof, byte[] bytes);
}
