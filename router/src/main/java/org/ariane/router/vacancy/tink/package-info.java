/// The key of the links, by Tink.
@NullMarked
package org.ariane.router.vacancy.tink;

import org.jspecify.annotations.NullMarked;
