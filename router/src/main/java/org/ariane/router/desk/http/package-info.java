/// The desk over Vert.x: its stream of frames and its HTTP calls, and the factory of the contact
/// half of the router.
@NullMarked
package org.ariane.router.desk.http;

import org.jspecify.annotations.NullMarked;
