/// Incidents as JSON: as a principal or a centre's system sees them, and as they are stored.
@NullMarked
package org.ariane.router.dispatch.json;

import org.jspecify.annotations.NullMarked;
