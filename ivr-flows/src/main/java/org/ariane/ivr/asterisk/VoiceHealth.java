package org.ariane.ivr.asterisk;

/// How the telephone line is.
///
/// @param agiListening whether the dialplan can reach this server
/// @param amiConnected whether this server can reach the switch: without it no operator's telephone
///   rings, but callers still come through the dialplan's own ways
public record VoiceHealth(boolean agiListening, boolean amiConnected) {}
