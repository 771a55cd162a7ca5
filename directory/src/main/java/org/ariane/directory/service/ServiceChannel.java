package org.ariane.directory.service;

import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.schedule.OpeningHours;

/// One way to reach a service, with its own hours.
public sealed interface ServiceChannel {
  /// When this way is open.
  OpeningHours hours();

  /// Name in interfaces: `phone`, `desk`, `web`.
  String kind();

  /// A number that Ariane may dial through its trunk and may show.
  ///
  /// @param screened a machine may answer there: a caller is joined only to somebody who pressed a
  ///   key
  record Phone(PhoneNumber number, OpeningHours hours, boolean screened) implements ServiceChannel {
    /// Answered by a person.
    public Phone(PhoneNumber number, OpeningHours hours) {
      this(number, hours, false);
    }

    @Override
    public String kind() {
      return "phone";
    }
  }

  /// Operators of the service who answer calls and chats at Ariane's own `/desk` or telephones.
  record Desk(OpeningHours hours) implements ServiceChannel {
    @Override
    public String kind() {
      return "desk";
    }
  }

  /// A page of the service's own; Ariane only names it.
  record Web(String url, OpeningHours hours) implements ServiceChannel {
    @Override
    public String kind() {
      return "web";
    }
  }
}
