/// Identifiers that sort by time and cannot be guessed.
@NullMarked
package org.ariane.router.identity;

import org.jspecify.annotations.NullMarked;
