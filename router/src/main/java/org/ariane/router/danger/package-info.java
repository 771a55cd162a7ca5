/// The assessment of danger by a trained person, after the crisis: risk and safety factors, each
/// answer skippable, the result transparent. It raises the class of an incident and never lowers
/// it; safety factors are shown only.
@NullMarked
package org.ariane.router.danger;

import org.jspecify.annotations.NullMarked;
