package org.ariane.ivr.asterisk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.assignment.OfferId;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// On one switch: notices that an operator's telephone vanished in the middle of a talk, within
/// about four seconds, and ends its leg; the dialplan then brings the caller back to the head of
/// the queue. It is noticed by what no longer comes: voice, or, from one that sends none (muted,
/// silent, on hold), its answers. Without this server the switch notices by itself after two
/// minutes.
final class TalkWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TalkWatch.class);

  private final Ami ami;
  private final VoiceMetrics metrics;
  private final Set<PrincipalId> operators;
  private final Map<Word, Talk> talks = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /// @param operators whose telephones are looked at, also those lent to callers of a neighbour
  TalkWatch(Ami ami, VoiceMetrics metrics, Set<PrincipalId> operators) {
    this.operators = Set.copyOf(operators);
    this.ami = ami;
    this.metrics = metrics;
  }

  void start() {
    Thread.ofVirtual().name("telephony-talks").start(this::watch);
  }

  /// News of talks; those that began before this server was there, and those with callers of a
  /// neighbour, come with the list of channels.
  void on(ManagerEvent event) {
    switch (event) {
      case ArianeEvent told when told.getWhat().equals("accepted") -> begun(told.getOffer());
      case ArianeEvent told when told.getWhat().equals("offer-ended") -> over(told.getOffer());
      case CoreShowChannelEvent channel when bridged(channel) && watched(channel) ->
          begun(channel.getUniqueid());
      default -> {}
    }
  }

  private static boolean bridged(CoreShowChannelEvent channel) {
    String bridge = channel.getBridgeid();
    return bridge != null && !bridge.isEmpty();
  }

  private boolean watched(CoreShowChannelEvent channel) {
    String id = channel.getUniqueid();
    String name = channel.getChannel();
    return id != null
        && name != null
        && (OfferId.isValid(id)
            || operators.stream().anyMatch(each -> name.startsWith("PJSIP/" + each + "-")));
  }

  private void begun(String id) {
    talks.computeIfAbsent(new Word(id), _ -> new Talk());
  }

  private void over(String id) {
    Optional.ofNullable(talks.remove(new Word(id))).ifPresent(Talk::close);
  }

  private void watch() {
    while (!closed) {
      if (ami.connected()) {
        talks.forEach(this::look);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(Pulse.LOOK_EVERY.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void look(Word channel, Talk talk) {
    try {
      Optional<Long> received = ami.received(channel);
      if (received.isEmpty()) {
        over(channel.value());
      } else if (talk.gone(received.get(), channel)) {
        LOG.warn("the telephone of {} has vanished, {}", channel, talk.pulse);
        metrics.vanished();
        ami.hangupLost(channel);
        over(channel.value());
      }
    } catch (RuntimeException e) {
      LOG.error("the talk of {} could not be looked at", channel, e);
    }
  }

  /// Looked at by one thread only.
  private final class Talk implements AutoCloseable {
    private Pulse pulse = Pulse.NONE;
    private Optional<MediaSocket> socket = Optional.empty();
    private Optional<SipPing> ping = Optional.empty();
    private int looks;
    private long looked;

    /// In the first two looks she has just pressed her key, so her telephone is there.
    boolean gone(long received, Word channel) {
      looks++;
      if (looks == 1) {
        socket = ami.mediaAddress(channel).flatMap(Talk::open);
        ping = SipPing.of(ami.sipTarget(channel));
      }
      if (looks <= 2) {
        socket.ifPresent(MediaSocket::calibrate);
      }
      long now = System.nanoTime();
      pulse = pulse.next(received, looks == 1 ? Pulse.LOOK_EVERY : Duration.ofNanos(now - looked));
      looked = now;
      ping.ifPresent(looks <= 2 || pulse.quiet() > 0 ? SipPing::ask : SipPing::rest);
      if (looks <= 2) {
        return false;
      }
      if (ping.filter(SipPing::gone).isPresent()) {
        return true;
      }
      if (!pulse.suspect()) {
        return false;
      }
      if (ami.held(channel)) {
        pulse = pulse.held();
        return false;
      }
      return pulse.stopped() || socket.filter(MediaSocket::closed).isPresent();
    }

    private static Optional<MediaSocket> open(InetSocketAddress telephone) {
      try {
        return Optional.of(MediaSocket.of(telephone));
      } catch (IOException e) {
        LOG.debug("no socket to look whether a telephone is there", e);
        return Optional.empty();
      }
    }

    @Override
    public void close() {
      socket.ifPresent(MediaSocket::close);
      ping.ifPresent(SipPing::close);
    }
  }

  @Override
  public void close() {
    closed = true;
    talks.values().forEach(Talk::close);
  }
}
