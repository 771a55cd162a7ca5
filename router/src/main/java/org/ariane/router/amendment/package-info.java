/// What coordinators changed in the directory from the browser: revisions that stand in the place
/// of the folder's entries, who made them and why, and how each is undone.
@NullMarked
package org.ariane.router.amendment;

import org.jspecify.annotations.NullMarked;
