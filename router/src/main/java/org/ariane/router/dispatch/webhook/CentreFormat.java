package org.ariane.router.dispatch.webhook;

import java.nio.charset.StandardCharsets;
import org.ariane.directory.place.CentreId;
import org.ariane.router.dispatch.DeliveryId;

/// Puts a stored message into the words of a centre's system. The same message always becomes the
/// same bytes, since a repeat must be recognised as one. Never throws: whatever a body holds, the
/// alarm goes out.
public interface CentreFormat {
  /// As the configuration names it.
  String name();

  Outgoing put(Message message);

  /// What is stored.
  ///
  /// @param body `{type, sequence, incident}`, or a link test
  record Message(CentreId centre, DeliveryId id, String body) {
    @Override
    public String toString() {
      return "Message[" + id + "]";
    }
  }

  /// What goes out.
  record Outgoing(String contentType, String text) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return "Outgoing[" + contentType + "]";
    }
  }

  /// The body as it is stored.
  static CentreFormat ofOurOwn() {
    return new CentreFormat() {
      @Override
      public String name() {
        return "native";
      }

      @Override
      public Outgoing put(Message message) {
        return new Outgoing("application/json", message.body());
      }
    };
  }
}
