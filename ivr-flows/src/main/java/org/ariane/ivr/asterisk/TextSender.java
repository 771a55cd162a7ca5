package org.ariane.ivr.asterisk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.router.text.TextOutbox;

/// Sends text messages through the trunk of the first switch that takes them.
///
/// @param trunk where that is
record TextSender(SwitchLinks switches, HostPort trunk) implements TextOutbox {
  @Override
  public boolean send(PhoneNumber line, PhoneNumber to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > BYTES_AT_MOST) {
      throw new IllegalArgumentException("1 to " + BYTES_AT_MOST + " bytes");
    }
    Word whither = new Word("pjsip:trunk/sip:" + DialNumber.of(to).value() + "@" + trunk);
    Word from = new Word("sip:" + DialNumber.of(line).value() + "@127.0.0.1");
    Word body = new Word(Base64.getEncoder().encodeToString(bytes));
    return switches.connected().stream().anyMatch(link -> link.ami().text(whither, from, body));
  }
}
