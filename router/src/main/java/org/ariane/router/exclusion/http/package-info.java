/// Exclusions over HTTP, for operators and the supervisory body.
@NullMarked
package org.ariane.router.exclusion.http;

import org.jspecify.annotations.NullMarked;
