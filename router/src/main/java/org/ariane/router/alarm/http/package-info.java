/// Alarms over HTTP. A body is never refused for what it contains: what cannot be used is set aside
/// and named by its JSON pointer (RFC 6901).
@NullMarked
package org.ariane.router.alarm.http;

import org.jspecify.annotations.NullMarked;
