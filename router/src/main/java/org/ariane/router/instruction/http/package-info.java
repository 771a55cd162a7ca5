/// Registering instructions over HTTP.
@NullMarked
package org.ariane.router.instruction.http;

import org.jspecify.annotations.NullMarked;
