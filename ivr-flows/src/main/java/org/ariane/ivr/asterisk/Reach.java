package org.ariane.ivr.asterisk;

import java.util.function.Predicate;
import org.ariane.router.contact.ContactId;

/// Who can be reached by telephone.
///
/// @param operators whether this server can ring them for a caller now
/// @param services whether there is a trunk to them
/// @param police whether there is a trunk to them
record Reach(Predicate<ContactId> operators, boolean services, boolean police) {}
