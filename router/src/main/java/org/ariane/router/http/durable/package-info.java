/// How routes answer while what they need is not on disk.
@NullMarked
package org.ariane.router.http.durable;

import org.jspecify.annotations.NullMarked;
