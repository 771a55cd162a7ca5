/// The what-if over HTTP: the plan that a made-up contact would get, with all reasons.
@NullMarked
package org.ariane.router.plan.http;

import org.jspecify.annotations.NullMarked;
