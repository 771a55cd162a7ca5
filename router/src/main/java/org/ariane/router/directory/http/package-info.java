/// The search of services over HTTP, open to everybody and asked of nobody's data.
@NullMarked
package org.ariane.router.directory.http;

import org.jspecify.annotations.NullMarked;
