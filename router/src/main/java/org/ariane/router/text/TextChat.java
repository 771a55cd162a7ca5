package org.ariane.router.text;

import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.contact.Contact;

/// An open conversation by text message: all of it that outlives the server. Never a word of it.
/// The text form is masked.
///
/// @param phone where she is answered
/// @param line the number that she wrote to, as dialled
public record TextChat(Contact contact, PhoneNumber phone, PhoneNumber line) {
  @Override
  public String toString() {
    return "TextChat[" + contact.id() + "]";
  }
}
