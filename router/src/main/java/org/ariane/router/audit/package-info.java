/// Who did what to, or saw, what is delicate: an append-only log, each line proved by a key that
/// the store does not hold and tied to the line before, so that whoever can only write to the store
/// can't change, drop or reorder lines unnoticed.
@NullMarked
package org.ariane.router.audit;

import org.jspecify.annotations.NullMarked;
