/// What is tried for a contact, in which order and why: a plan of steps that never ends in a dead
/// end.
@NullMarked
package org.ariane.router.plan;

import org.jspecify.annotations.NullMarked;
