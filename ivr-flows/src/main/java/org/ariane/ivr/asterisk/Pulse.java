package org.ariane.ivr.asterisk;

import java.time.Duration;

/// How the voice of one operator's telephone comes in, look by look. Pure.
///
/// A telephone that vanishes says no goodbye; its packets just stop. Some telephones also send
/// nothing while their user is silent or muted, so a stop alone proves nothing: it counts where the
/// telephone had sent at its full rate, without the least pause, for long (nobody speaks so), or
/// where its socket is known to be closed.
///
/// @param packets received so far
/// @param peak packets a second, the most seen in one look since the last that fell short
/// @param steady looks in a row at the full rate, up to the last gap
/// @param quiet looks in a row that found nothing new
record Pulse(long packets, double peak, int steady, int quiet) {
  static final Duration LOOK_EVERY = Duration.ofMillis(750);

  /// Packets a second; the slowest telephones send 25.
  private static final double SLOWEST = 15;

  /// Looks come early or late, and so do packets of a busy network. Nobody speaks for twenty
  /// seconds without falling below.
  private static final double FULL = 0.85;

  /// Twenty seconds.
  private static final int STEADY = 27;

  /// Three seconds.
  private static final int STOPPED = 4;

  private static final int SUSPECT = 2;

  static final Pulse NONE = new Pulse(0, 0, 0, 0);

  /// @param since the last look
  Pulse next(long received, Duration since) {
    long more = received - packets;
    if (more == 0) {
      return new Pulse(received, peak, steady, quiet + 1);
    }
    double rate = more * 1_000.0 / Math.max(1, since.toMillis());
    double most = Math.max(peak, rate);
    boolean full = quiet == 0 && rate >= SLOWEST && rate >= FULL * most;
    // After a burst or a pause the rate is measured anew.
    return new Pulse(received, full ? most : rate, full ? steady + 1 : 0, 0);
  }

  /// She put the call on hold; silence is what is to be expected, and after it the count begins
  /// anew.
  Pulse held() {
    return new Pulse(packets, peak, 0, 0);
  }

  /// Worth asking whether the telephone is still there.
  boolean suspect() {
    return quiet >= SUSPECT;
  }

  /// A steady stream broke off.
  boolean stopped() {
    return steady >= STEADY && quiet >= STOPPED;
  }
}
