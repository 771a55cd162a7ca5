package org.ariane.ops.config;

import org.ariane.ivr.asterisk.HostPort;

/// Where one more telephone switch is.
///
/// @param sip where it takes calls, also those of its neighbours
/// @param amiPort where this server reaches its manager interface on 127.0.0.1; from another
///   machine through a tunnel
/// @param rtpStart first of its media ports, `rtpEnd` the last
public record SwitchPlace(HostPort sip, int amiPort, int rtpStart, int rtpEnd) {}
