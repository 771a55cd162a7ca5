/// Plays one alarm, one telephone call and one chat through the running server, as the people
/// would, and says what was decided and why. Everything is marked as an exercise.
@NullMarked
package org.ariane.ops.demo;

import org.jspecify.annotations.NullMarked;
