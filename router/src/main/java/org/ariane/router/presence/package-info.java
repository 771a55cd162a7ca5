/// Which operators are there, on which device, and whether they are free.
@NullMarked
package org.ariane.router.presence;

import org.jspecify.annotations.NullMarked;
