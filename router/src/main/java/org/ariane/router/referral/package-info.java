/// A professional passes a person on to a service: with what she agreed to and nothing else, kept
/// until the service has answered, and erased in time.
@NullMarked
package org.ariane.router.referral;

import org.jspecify.annotations.NullMarked;
