package org.ariane.ivr.telephony;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a SIPp telephone does once it talks, step by step.
public final class Script {
  private static final String RESOURCES = "/sipp/";

  private final StringBuilder steps = new StringBuilder();
  private final boolean callsOut;
  private int pressed;
  private String ending;

  private Script(boolean callsOut) {
    this.callsOut = callsOut;
    this.ending = Sipp.resource(RESOURCES + "told-goodbye.xml").replace("TIMEOUT", "120000");
  }

  /// Of somebody who calls.
  public static Script caller() {
    return new Script(true);
  }

  /// Of somebody who is called.
  public static Script phone() {
    return new Script(false);
  }

  public Script after(Duration pause) {
    steps.append("<pause milliseconds=\"").append(pause.toMillis()).append("\"/>\n");
    return this;
  }

  /// Presses keys, one after the other.
  public Script keys(String keys) {
    if (callsOut) {
      nop("play_dtmf=\"" + keys + "\"");
      return this;
    }
    nop("play_pcap_audio=\"" + Dtmf.recording(keys, pressed) + "\"");
    pressed += keys.length();
    return keys.length() > 1 ? after(Dtmf.EACH.multipliedBy(keys.length())) : this;
  }

  /// Speaks (a few seconds of A-law from a recording).
  public Script speaks() {
    nop("play_pcap_audio=\"/usr/share/sip-tester/g711a.pcap\"");
    return this;
  }

  /// Tries to pass the call on by REFER; the switch does not so much as answer.
  public Script refersTo(String number) {
    steps.append(Sipp.resource(RESOURCES + "phone-refers.xml").replace("NUMBER", number));
    return this;
  }

  /// Sends a steady stream of voice (mu-law) until the end of the call, as telephones do.
  public Script streams() {
    nop("rtp_stream=\"" + stream() + ",-1,0\"");
    return this;
  }

  private static Path stream() {
    byte[] voice = new byte[8_000];
    for (int i = 0; i < voice.length; i++) {
      voice[i] = (byte) (0xd0 + i % 32);
    }
    try {
      Path file = Files.createTempFile("voice", ".ul");
      file.toFile().deleteOnExit();
      return Files.write(file, voice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Hangs up in the end instead of waiting to be hung up on.
  public Script hangsUp() {
    ending = Sipp.resource(RESOURCES + (callsOut ? "caller-hangs-up.xml" : "phone-hangs-up.xml"));
    return this;
  }

  private void nop(String action) {
    steps.append("<nop><action><exec ").append(action).append("/></action></nop>\n");
  }

  String into(String template) {
    return template.replace("STEPS", steps).replace("ENDING", ending);
  }
}
