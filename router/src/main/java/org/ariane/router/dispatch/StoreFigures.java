package org.ariane.router.dispatch;

import java.util.Optional;

/// How full the store is, in bytes.
///
/// @param maxMemory 0 without a limit
/// @param freeDisk empty where the folder of Redis cannot be seen from here
/// @param queuedBytes what waits in this server to be written
public record StoreFigures(
    long usedMemory, long maxMemory, Optional<Long> freeDisk, long queuedBytes) {}
