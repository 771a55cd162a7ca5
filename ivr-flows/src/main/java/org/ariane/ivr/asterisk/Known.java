package org.ariane.ivr.asterisk;

/// What this server knows of all switches: callers, telephones of operators, their legs. Kept by
/// events, made right by lists.
record Known(Calls calls, Phones phones, Legs legs) {}
