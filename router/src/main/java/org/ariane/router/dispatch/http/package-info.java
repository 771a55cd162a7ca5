/// Incidents over HTTP and as a stream of frames over WebSocket, each principal seeing those of its
/// centre.
@NullMarked
package org.ariane.router.dispatch.http;

import org.jspecify.annotations.NullMarked;
