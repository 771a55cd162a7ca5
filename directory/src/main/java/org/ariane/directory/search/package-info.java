/// Who can take this person, here, now: one search for the telephone, the chat and the interface,
/// which says why each service stands where it stands and why others were passed over.
@NullMarked
package org.ariane.directory.search;

import org.jspecify.annotations.NullMarked;
