/// What an administrator does with tokens.
@NullMarked
package org.ariane.router.access.http;

import org.jspecify.annotations.NullMarked;
