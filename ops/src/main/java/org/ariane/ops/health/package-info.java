/// Whether the server lives and can do its work, in words.
@NullMarked
package org.ariane.ops.health;

import org.jspecify.annotations.NullMarked;
