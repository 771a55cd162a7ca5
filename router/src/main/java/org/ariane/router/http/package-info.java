/// Conventions of the HTTP interface: problems (RFC 9457), bearer authentication, limits, and
/// blocking work on virtual threads behind an event loop that is never blocked.
@NullMarked
package org.ariane.router.http;

import org.jspecify.annotations.NullMarked;
