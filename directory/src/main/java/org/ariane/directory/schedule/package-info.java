/// When: opening hours in OpenStreetMap syntax, evaluated in a time zone with its holidays.
@NullMarked
package org.ariane.directory.schedule;

import org.jspecify.annotations.NullMarked;
