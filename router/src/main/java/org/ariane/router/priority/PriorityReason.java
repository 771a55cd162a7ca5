package org.ariane.router.priority;

/// One thing that raised the score.
///
/// @param code stable, as `trigger.button`, `redlist.address`, `repeat`
/// @param weight points that it added
/// @param text plain English for a dispatcher; never a number, a name or an address
public record PriorityReason(String code, int weight, String text) {}
