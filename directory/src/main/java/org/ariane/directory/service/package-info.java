/// Who can help: organisations, services, and how, for whom and in which languages they can be
/// reached.
///
/// Words are those of Open Referral HSDS; categories are URNs of RFC 5031 where one exists.
@NullMarked
package org.ariane.directory.service;

import org.jspecify.annotations.NullMarked;
