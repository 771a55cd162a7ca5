/// Telephone numbers that can be dialled or matched.
@NullMarked
package org.ariane.directory.phone;

import org.jspecify.annotations.NullMarked;
