/// Bearer tokens as JSON Web Tokens (RFC 7519), MACed with keys that can be rotated (Tink).
@NullMarked
package org.ariane.router.access.jwt;

import org.jspecify.annotations.NullMarked;
