/// Who is asked first, how long, when, at night: the decisions that belong to those who run the
/// lines, as data.
@NullMarked
package org.ariane.directory.policy;

import org.jspecify.annotations.NullMarked;
