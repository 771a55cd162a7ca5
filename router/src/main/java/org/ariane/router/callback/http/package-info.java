/// Safe-contact records and call-backs over HTTP, and what looks after them.
@NullMarked
package org.ariane.router.callback.http;

import org.jspecify.annotations.NullMarked;
