/// Orders of courts: bans on contact, bans from the home, protection orders. Those in force are the
/// first line that a dispatcher reads, and they raise the class. Claimed by whoever tells of one,
/// verified by a registrar of the zone; ended by two registrars, or by its date.
@NullMarked
package org.ariane.router.order;

import org.jspecify.annotations.NullMarked;
