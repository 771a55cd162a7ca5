/// How urgent an incident is, and why: a versioned policy that turns recorded features into a
/// class, a score and reasons. Pure; the same features under the same policy give the same answer.
@NullMarked
package org.ariane.router.priority;

import org.jspecify.annotations.NullMarked;
