/// What the files of a directory must fulfil before plans are made from it.
@NullMarked
package org.ariane.router.plan.yaml;

import org.jspecify.annotations.NullMarked;
