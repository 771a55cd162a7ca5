/// Orders of courts over HTTP: the register, and those of an incident.
@NullMarked
package org.ariane.router.order.http;

import org.jspecify.annotations.NullMarked;
