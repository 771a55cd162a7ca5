/// The telephone line on Asterisk: FastAGI for the short steps of a call, AMI for offers and news.
/// The dialplan (`ops/asterisk/conf/dialplan/`) acts; nothing here stays connected to a call.
@NullMarked
package org.ariane.ivr.asterisk;

import org.jspecify.annotations.NullMarked;
