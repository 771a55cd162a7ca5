/// Referrals over HTTP.
@NullMarked
package org.ariane.router.referral.http;

import org.jspecify.annotations.NullMarked;
