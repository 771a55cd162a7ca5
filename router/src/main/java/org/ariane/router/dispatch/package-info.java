/// The life of incidents: alarms merged into what a police centre sees, delivered to it, taken by a
/// human there, passed along the chain of the zone when nobody takes it, closed with an outcome.
///
/// Pure: transitions are functions, what they need of the world stands behind ports. A change is
/// read, computed and committed against the version that was read; another server's change in
/// between makes it start again.
@NullMarked
package org.ariane.router.dispatch;

import org.jspecify.annotations.NullMarked;
