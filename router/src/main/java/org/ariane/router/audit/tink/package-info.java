/// The key of the audit chain, by Tink.
@NullMarked
package org.ariane.router.audit.tink;

import org.jspecify.annotations.NullMarked;
