/// Last words and links over the interface: for the systems of services, and for coordinators.
@NullMarked
package org.ariane.router.vacancy.http;

import org.jspecify.annotations.NullMarked;
