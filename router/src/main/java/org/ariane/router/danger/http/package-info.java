/// The assessment of danger over HTTP.
@NullMarked
package org.ariane.router.danger.http;

import org.jspecify.annotations.NullMarked;
