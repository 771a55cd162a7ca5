/// Coordinators edit the directory over HTTP.
@NullMarked
package org.ariane.router.amendment.http;

import org.jspecify.annotations.NullMarked;
