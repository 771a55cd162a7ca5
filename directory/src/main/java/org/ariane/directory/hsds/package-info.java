/// Open Referral HSDS 3.x: JSON and the tabular package, in and out.
///
/// What HSDS has no place for, as kinds, publics and needs, travels in attributes of our own
/// taxonomies, so that what Ariane exports it also understands.
///
/// @see <a href="https://docs.openreferral.org/en/v3.0.1/hsds/schema_reference.html">reference</a>
@NullMarked
package org.ariane.directory.hsds;

import org.jspecify.annotations.NullMarked;
