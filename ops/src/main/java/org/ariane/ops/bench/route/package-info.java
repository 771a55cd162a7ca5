/// Point to zone, services and plan at the size of a country, measured by JMH over the real borders
/// of communes where they are at `../shared/geo`, else over drawn ones.
@NullMarked
package org.ariane.ops.bench.route;

import org.jspecify.annotations.NullMarked;
