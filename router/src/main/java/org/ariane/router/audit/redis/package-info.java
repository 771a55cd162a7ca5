/// The audit chain as a Redis stream whose ids are the lines' numbers, and the stream of lines that
/// scripts of others wrote and that wait to be chained.
@NullMarked
package org.ariane.router.audit.redis;

import org.jspecify.annotations.NullMarked;
