/// The red list: numbers, places and addresses with serious known cases. It raises the priority of
/// alarms that match, never lowers one, and nothing that a caller or app can see or time depends on
/// it. Kept by registrars of a zone, with a legal basis, a reason and a review date; removal needs
/// two of them.
@NullMarked
package org.ariane.router.redlist;

import org.jspecify.annotations.NullMarked;
