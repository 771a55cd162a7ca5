/// Reads the text of Advanced Mobile Location (ETSI TS 103 625), which a phone sends by itself when
/// it calls for help and which an SMS gateway hands on. Pure; never refuses anything.
@NullMarked
package org.ariane.router.alarm.aml;

import org.jspecify.annotations.NullMarked;
