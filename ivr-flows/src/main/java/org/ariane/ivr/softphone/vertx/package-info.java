/// The door between browsers and the switch, on Vert.x.
@NullMarked
package org.ariane.ivr.softphone.vertx;

import org.jspecify.annotations.NullMarked;
