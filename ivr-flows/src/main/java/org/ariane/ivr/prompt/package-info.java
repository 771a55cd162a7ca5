/// What machines say: reviewed text, one catalogue for all languages. Pure; the switch speaks it
/// from sound files of the same names.
@NullMarked
package org.ariane.ivr.prompt;

import org.jspecify.annotations.NullMarked;
