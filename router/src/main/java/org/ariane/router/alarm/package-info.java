/// One message that asks for the police: what an app, a key press, a tap or an operator says.
/// Reading it never refuses a damaged one; what cannot be used is set aside and named.
@NullMarked
package org.ariane.router.alarm;

import org.jspecify.annotations.NullMarked;
