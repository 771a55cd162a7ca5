/// Messages to the systems of police centres over HTTP, signed after Standard Webhooks
/// (standardwebhooks.com): `webhook-id`, `webhook-timestamp`, `webhook-signature`.
@NullMarked
package org.ariane.router.dispatch.webhook;

import org.jspecify.annotations.NullMarked;
