/// Registered instructions in Redis: sealed, without a number in any key.
@NullMarked
package org.ariane.router.instruction.redis;

import org.jspecify.annotations.NullMarked;
