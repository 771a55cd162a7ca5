/// Entries of the red list as lines of comma-separated values (RFC 4180), as offices exchange them.
@NullMarked
package org.ariane.router.redlist.csv;

import org.jspecify.annotations.NullMarked;
