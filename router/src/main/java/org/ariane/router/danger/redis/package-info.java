/// Assessments of danger in Redis, filed under keyed names of phones and addresses.
@NullMarked
package org.ariane.router.danger.redis;

import org.jspecify.annotations.NullMarked;
