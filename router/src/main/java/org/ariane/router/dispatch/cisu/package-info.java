/// The French standard between emergency services (CISU, "cadre d'interopérabilité des services
/// d'urgence"): cases as `RC-EDA` in an EDXL-DE envelope, JSON.
@NullMarked
package org.ariane.router.dispatch.cisu;

import org.jspecify.annotations.NullMarked;
