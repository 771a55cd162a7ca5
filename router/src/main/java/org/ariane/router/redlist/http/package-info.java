/// The red list over HTTP, for registrars.
@NullMarked
package org.ariane.router.redlist.http;

import org.jspecify.annotations.NullMarked;
