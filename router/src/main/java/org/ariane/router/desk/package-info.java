/// What an operator sees and does at `/desk`: offers that ring, conversations, transfers; as a
/// stream of numbered frames of her own.
@NullMarked
package org.ariane.router.desk;

import org.jspecify.annotations.NullMarked;
