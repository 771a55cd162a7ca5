/// LoST (RFC 5222): which service answers for a place, asked and answered as XML text. Only text
/// goes in and out: this package does no IO.
@NullMarked
package org.ariane.directory.lost;

import org.jspecify.annotations.NullMarked;
