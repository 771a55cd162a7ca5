/// data.inclusion, schema v1: structures and services of French public and social actors.
@NullMarked
package org.ariane.directory.inclusion;

import org.jspecify.annotations.NullMarked;
