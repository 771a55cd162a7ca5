/// The directory for people: search, lists and a booklet to print, as pages without script that
/// load in one piece on the slowest network.
@NullMarked
package org.ariane.router.directory.html;

import org.jspecify.annotations.NullMarked;
