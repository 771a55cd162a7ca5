/// Sealing by Tink.
@NullMarked
package org.ariane.router.secrecy.tink;

import org.jspecify.annotations.NullMarked;
