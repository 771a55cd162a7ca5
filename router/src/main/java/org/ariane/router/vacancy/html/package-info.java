/// The page behind a link: without script, in five languages, for an old telephone.
@NullMarked
package org.ariane.router.vacancy.html;

import org.jspecify.annotations.NullMarked;
