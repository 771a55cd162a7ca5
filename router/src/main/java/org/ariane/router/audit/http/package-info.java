/// The audit log over HTTP, for oversight.
@NullMarked
package org.ariane.router.audit.http;

import org.jspecify.annotations.NullMarked;
