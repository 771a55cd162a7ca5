package org.ariane.router.desk;

import org.ariane.directory.service.ServiceId;

/// A desk that a conversation can be handed to.
///
/// @param available operators there who could take a chat now
public record DeskListing(ServiceId id, String name, int available) {}
