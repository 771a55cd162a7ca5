package org.ariane.router.redlist;

/// Looks an alarm up. Takes the same path whether or not something matches.
@FunctionalInterface
public interface RedList {
  /// The gravest match. Throws when the store cannot be read.
  RedListMatch look(RedListQuery query);
}
