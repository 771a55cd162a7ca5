package org.ariane.ivr.asterisk;

import java.util.function.BooleanSupplier;

/// Who can be reached by telephone.
///
/// @param operators whether this server can ring them now
/// @param services whether there is a trunk to them
/// @param police whether there is a trunk to them
record Reach(BooleanSupplier operators, boolean services, boolean police) {}
