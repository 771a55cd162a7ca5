/// What is measured of last words.
@NullMarked
package org.ariane.router.vacancy.micrometer;

import org.jspecify.annotations.NullMarked;
