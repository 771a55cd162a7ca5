/// Common Alerting Protocol 1.2 (OASIS), XML.
@NullMarked
package org.ariane.router.dispatch.cap;

import org.jspecify.annotations.NullMarked;
