/// What must be stored but not read by whoever sees the store: values are sealed before they leave
/// the server.
@NullMarked
package org.ariane.router.secrecy;

import org.jspecify.annotations.NullMarked;
