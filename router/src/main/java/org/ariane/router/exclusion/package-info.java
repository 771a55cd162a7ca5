/// Conflicts of interest (an officer met the woman whose husband is a colleague): who must neither
/// see nor be sent to a case. Set by an operator or the supervisory body after a check, never by a
/// number alone; in force at once, then verified and reviewed.
@NullMarked
package org.ariane.router.exclusion;

import org.jspecify.annotations.NullMarked;
