/// What a deployment says about itself: one file, read and checked at start, all errors at once;
/// and the folder that holds its keys, accounts and data.
@NullMarked
package org.ariane.ops.config;

import org.jspecify.annotations.NullMarked;
